import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { findSslArgument, sslArguments } from '../../server/src/core/catalogue/sslArguments.js';

describe('The keys of --sslargs1 and --sslargs2', () => {
  it('are each there once, with one line and a source', () => {
    assert.equal(new Set(sslArguments.map(({ name }) => name)).size, sslArguments.length);
    for (const argument of sslArguments) {
      assert.equal(findSslArgument(argument.name), argument);
      assert.match(argument.summary, /^[A-Z][^\n!]{8,160}[^!]*\.$/, argument.name);
      assert.match(argument.source, /^IO::Socket::SSL .*SSL_/, argument.name);
    }
    assert.equal(findSslArgument('ssl_version'), undefined);
  });

  it('propose the check of the certificate first', () => {
    assert.deepEqual(
      findSslArgument('SSL_verify_mode')?.values.map(({ value }) => value),
      ['1', '0'],
    );
  });

  it('propose values that the module takes', function () {
    const made = sslArguments.flatMap(({ name, values }) => values.map(({ value }) => [name, value] as const));
    const program = `
      eval { require IO::Socket::SSL; 1 } or do { print "absent"; exit };
      while (@ARGV) {
        my %set = splice @ARGV, 0, 2;
        my $made = eval { IO::Socket::SSL::SSL_Context->new(SSL_verify_mode => 0, %set) };
        print join("=", %set), "\\n" if !$made;
      }`;
    const refused = execFileSync('perl', ['-e', program, ...made.flat()], { encoding: 'utf8' });
    if (refused === 'absent') this.skip();
    // A revocation list is looked for at once.
    assert.deepEqual(
      refused.split('\n').filter((line) => line !== '' && line !== 'SSL_check_crl=1'),
      [],
    );
  });
});
