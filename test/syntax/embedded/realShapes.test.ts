import assert from 'node:assert/strict';
import type { HostFormat } from '../../../server/src/core/syntax/dialect.js';
import { read } from '../notation.js';

/** Command lines in the shapes in which users publish them; each starts imapsync with exactly `--host1 a --dry`. */
const commands = [
  'imapsync --host1 a --dry',
  '/usr/bin/imapsync --host1 a --dry',
  './imapsync --host1 a --dry',
  'perl imapsync --host1 a --dry',
  'sudo -u mail imapsync --host1 a --dry',
  'nohup imapsync --host1 a --dry &',
  'timeout 3600 imapsync --host1 a --dry',
  'flock -n /tmp/l imapsync --host1 a --dry',
  'nice -n 19 ionice -c3 imapsync --host1 a --dry',
  'cd /srv && imapsync --host1 a --dry >> log 2>&1',
  "bash -c 'imapsync --host1 a --dry'",
  'docker run gilleslamiral/imapsync imapsync --host1 a --dry',
  'docker run gilleslamiral/imapsync --host1 a --dry',
  'docker run --rm gilleslamiral/imapsync:2.229 imapsync --host1 a --dry',
  'docker run --rm -it gilleslamiral/imapsync:latest --host1 a --dry',
  'docker run -i -t --rm gilleslamiral/imapsync /usr/bin/imapsync --host1 a --dry',
  'docker run --rm -v /srv/x:/x -w /x gilleslamiral/imapsync imapsync --host1 a --dry',
  'docker run --rm --network=host --name sync gilleslamiral/imapsync imapsync --host1 a --dry',
  'docker run --rm -e X=y --env-file .env gilleslamiral/imapsync imapsync --host1 a --dry',
  'docker run --rm -u 1000:1000 --tmpfs /tmp gilleslamiral/imapsync imapsync --host1 a --dry',
  'docker run -d --restart no --memory 1g gilleslamiral/imapsync imapsync --host1 a --dry',
  'docker run --rm --entrypoint imapsync gilleslamiral/imapsync --host1 a --dry',
  'docker run --rm registry.example:5000/tools/imapsync --host1 a --dry',
  'docker run --rm --log-driver none --pull always x/docker-imapsync --host1 a --dry',
  'docker run --rm --dns 1.1.1.1 --add-host a:1.2.3.4 x/imapsync imapsync --host1 a --dry',
  'docker run --rm --mount type=bind,src=/a,dst=/b x/imapsync imapsync --host1 a --dry',
  'docker exec imapsync imapsync --host1 a --dry',
  'docker exec -it -u root box /usr/bin/imapsync --host1 a --dry',
  'docker container run --rm x/imapsync --host1 a --dry',
  'docker compose run --rm imapsync --host1 a --dry',
  'docker compose exec -T mail imapsync --host1 a --dry',
  'docker-compose run --rm mail imapsync --host1 a --dry',
  'podman run --rm docker.io/gilleslamiral/imapsync --host1 a --dry',
  'podman exec box imapsync --host1 a --dry',
  'sudo docker run --rm gilleslamiral/imapsync imapsync --host1 a --dry',
  'docker run --rm --platform linux/amd64 --cpus 2 gilleslamiral/imapsync imapsync --host1 a --dry',
  'docker run --rm --hostname x --label a=b --cap-drop ALL gilleslamiral/imapsync imapsync --host1 a --dry',
  'kubectl exec -it pod -- imapsync --host1 a --dry',
  'kubectl run x --rm -i --image=gilleslamiral/imapsync -- --host1 a --dry',
  'nix shell nixpkgs#imapsync -c imapsync --host1 a --dry',
];

const hosts: readonly {
  readonly name: string;
  readonly format: HostFormat;
  readonly wrap: (command: string) => string;
}[] = [
  { name: 'a fence', format: 'markdown', wrap: (command) => `# x\n\n\`\`\`bash\n${command}\n\`\`\`\n` },
  {
    name: 'a session in a list',
    format: 'markdown',
    wrap: (command) => `1. x\n\n   \`\`\`console\n   $ ${command}\n   \`\`\`\n`,
  },
  { name: 'an indented block', format: 'markdown', wrap: (command) => `imapsync:\n\n    ${command}\n` },
  { name: 'RUN', format: 'dockerfile', wrap: (command) => `FROM x\nRUN ${command}\n` },
  { name: 'CMD', format: 'dockerfile', wrap: (command) => `FROM x\nCMD ${command}\n` },
  {
    name: 'a workflow',
    format: 'yaml',
    wrap: (command) => `jobs:\n  a:\n    steps:\n      - run: |\n          ${command}\n`,
  },
  { name: 'a list of scripts', format: 'yaml', wrap: (command) => `x:\n  script:\n    - ${command}\n` },
  { name: 'a container', format: 'yaml', wrap: (command) => `command: ["sh", "-c", ${JSON.stringify(command)}]\n` },
  { name: 'a crontab', format: 'crontab', wrap: (command) => `MAILTO=x\n0 3 * * 1-5 ${command}\n` },
  { name: 'a system crontab', format: 'crontab', wrap: (command) => `0 3 * * * root ${command}\n` },
  { name: 'a recipe', format: 'makefile', wrap: (command) => `all:\n\t@${command}\n` },
];

describe('command lines as users publish them', () => {
  for (const { name, format, wrap } of hosts) {
    it(`are found in ${name}`, () => {
      for (const command of commands) {
        // A block without a language counts where a line begins with imapsync or what launches it.
        if (name === 'an indented block' && command.startsWith('cd ')) continue;
        const text = wrap(command);
        const found = read(text, format).invocations.map(({ words }) => words.map(({ value }) => value));
        assert.deepEqual(found, [['--host1', 'a', '--dry']], text);
      }
    });
  }

  it('are found in units, which run no shell', () => {
    for (const command of commands) {
      if (/[&>]/.test(command)) continue;
      const found = read(`[Service]\nExecStart=-${command}\n`, 'systemd').invocations;
      assert.deepEqual(
        found.map(({ words }) => words.map(({ value }) => value)),
        [['--host1', 'a', '--dry']],
        command,
      );
    }
  });

  it('are found as lists', () => {
    for (const command of commands) {
      if (/[&>']/.test(command)) continue;
      const list = command.split(' ').map((word) => JSON.stringify(word));
      for (const [format, text] of [
        ['dockerfile', `CMD [${list.join(', ')}]\n`],
        ['yaml', `command: [${list.join(', ')}]\n`],
        ['yaml', `command:\n${list.map((word) => `  - ${word}\n`).join('')}`],
      ] as const) {
        const found = read(text, format).invocations.map(({ words }) => words.map(({ value }) => value));
        assert.deepEqual(found, [['--host1', 'a', '--dry']], text);
      }
    }
  });
});
