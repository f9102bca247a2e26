// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isRuleName, ruleSkeleton } from './generate/ruleSkeleton.mjs';
import { projectRoot } from './projectRoot.mjs';

// `npm run new-rule NAME`: writes the two files of a rule. A second argument names another folder than the project.
const [name = '', folder = projectRoot] = process.argv.slice(2);

if (isRuleName(name)) {
  for (const { file, text } of ruleSkeleton(name)) {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    try {
      await writeFile(target, text, { flag: 'wx' });
      console.log(`written: ${file}`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      console.error(`${file} is there already`);
      process.exitCode = 1;
      break;
    }
  }
  if (process.exitCode === undefined) {
    console.log(
      'Fill in what says FILL IN, then: npm run generate && npm test (it fails until the page has its examples)',
    );
  }
} else {
  console.error('usage: npm run new-rule NAME, in lower case with dashes: npm run new-rule short-timeout');
  process.exitCode = 2;
}
