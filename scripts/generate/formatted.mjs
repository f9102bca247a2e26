// @ts-check
import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../projectRoot.mjs';

/**
 * The text as the project's formatter leaves it; Markdown stays as it is.
 * @param {string} file relative to the project
 * @param {string} text
 * @returns {Promise<string>}
 */
export async function formatted(file, text) {
  if (file.endsWith('.md')) return text;
  const biome = path.join(projectRoot, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const child = spawn(process.execPath, [biome, 'format', `--stdin-file-path=${file}`], {
    cwd: projectRoot,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(text);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    output += part;
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`biome could not format ${file}: exit code ${code}`);
  return output;
}
