// @ts-check
import assert from 'node:assert/strict';
import { whyInstall } from '../../scripts/setup/nodeModules.mjs';

describe('whether npm ci is needed', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b-on-another-system': { version: '2.0.0', optional: true },
    },
  };

  it('is, where nothing is installed', () => {
    assert.equal(whyInstall(wanted, undefined), 'node_modules is missing');
  });

  it('is not, where only packages of other systems are missing', () => {
    assert.equal(whyInstall(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } }), undefined);
  });

  it('is, where a package is missing or has another version', () => {
    assert.match(whyInstall(wanted, { packages: {} }) ?? '', /node_modules\/a is not at version 1\.0\.0/);
    assert.match(
      whyInstall(wanted, { packages: { 'node_modules/a': { version: '0.9.0' } } }) ?? '',
      /node_modules\/a is not at version 1\.0\.0/,
    );
  });

  it('is, where an optional package is there in another version', () => {
    const packages = {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b-on-another-system': { version: '1.9.0' },
    };
    assert.match(whyInstall(wanted, { packages }) ?? '', /b-on-another-system is not at version 2\.0\.0/);
  });
});
