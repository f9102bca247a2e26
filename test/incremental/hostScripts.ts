import type { HostFormat } from '../../server/src/core/syntax/dialect.js';

const markdown = `# Moving
<!-- imapsync-lint: pre-cutover until 2026-12-01 -->
Run imapsync:

\`\`\`bash
OPTS="--dry --maxsize 10M"
imapsync $OPTS --delete2 # imapsync-lint: disable-line=unknown-option
\`\`\`

- In a list

  \`\`\`sh
  imapsync --host1 a \\
    --unknown
  \`\`\`

      imapsync --usecache --search1 x

> \`\`\`console
> $ imapsync --ssl
> $ imapsync --password1 canary
> \`\`\`

\`\`\`bash
OPTS="--dry --maxsize 10M"
imapsync $OPTS --delete2 # imapsync-lint: disable-line=unknown-option
\`\`\`

~~~dockerfile
RUN imapsync --nothing
~~~

    C:\\> imapsync --delete 2
    imapsync --gmail1
`;

const dockerfile = `# syntax=docker/dockerfile:1
FROM gilleslamiral/imapsync AS one
# imapsync-lint: pre-cutover until 2026-12-01
RUN --mount=type=cache,target=/x imapsync --delete2 \\
    # between
    --unknown && imapsync --maxsize 10M
ENTRYPOINT ["imapsync", "--host1", "a"]
HEALTHCHECK --interval=5m CMD imapsync --justconnect --nothing
CMD ["--delete2", \\
     "--ssl"]
FROM debian
SHELL ["powershell", "-Command"]
RUN imapsync --password1 canary
RUN <<EOF
imapsync --usecache --search1 x
EOF
CMD ["sh", "-c", "imapsync --delete 2 $X"]
FROM gilleslamiral/imapsync
CMD ["--delete2", "--ssl"]
FROM registry/other
CMD ["--delete2", "--ssl"]
`;

const yaml = `# imapsync-lint: pre-cutover until 2026-12-01
services:
  imapsync:
    build: .
    command: --host1 a --delete2 --unknown
  other:
    image: gilleslamiral/imapsync
    command: &words
      - "--maxsize"
      - 10M
  third: {image: gilleslamiral/imapsync, command: [imapsync, --ssl]}
jobs:
  one:
    runs-on: windows-latest
    steps:
      - run: imapsync --nothing \`
             --delete2
      - run: |
          imapsync --usecache --search1 x
            --dry
        shell: bash
      - run: |
          imapsync --usecache --search1 x
            --dry
spec:
  containers:
    - name: x
      image: gilleslamiral/imapsync
      command: ["sh", "-c"]
      args:
        - imapsync --password1 canary \${X}
    - image: gilleslamiral/imapsync
      args: [--delete, "2"]
data:
  move.sh: |-
    imapsync --gmail1
`;

const crontab = `SHELL=/bin/sh
# imapsync-lint: pre-cutover until 2026-12-01
0 3 * * * imapsync --delete2 --unknown >/dev/null 2>&1
0 3 * * * root imapsync --maxsize 10M
@daily cd /tmp && imapsync --search1 x --usecache \\%d % input
5 4 * * mon-fri imapsync --password1 canary # imapsync-lint: disable-line=password-on-command-line
0 3 * * * imapsync --delete2 --unknown >/dev/null 2>&1
`;

const systemd = `[Service]
# imapsync-lint: pre-cutover until 2026-12-01
ExecStartPre=/usr/bin/imapsync --justconnect --unknown
ExecStart=-@/usr/bin/imapsync name --delete2 \\
  # between
  --maxsize 10M ; /usr/bin/imapsync --ssl
ExecStart=/bin/sh -c 'imapsync --password1 canary $$X'
ExecStop=:/usr/bin/imapsync --delete 2 $X
ExecStartPre=/usr/bin/imapsync --justconnect --unknown
`;

const makefile = `IMAPSYNC := imapsync
HOST = a
# imapsync-lint: pre-cutover until 2026-12-01
one: two
\t@$(IMAPSYNC) --delete2 --host1 $(HOST) \\
\t  --unknown
\t-imapsync --maxsize 10M --user1 $$USER
two: ; imapsync --password1 canary
\timapsync --ssl $(OTHER)
.RECIPEPREFIX = >
three:
>imapsync --usecache --search1 x
>imapsync --ssl $(OTHER)
.ONESHELL:
`;

/** A file of each format with everything in it that its reader knows. */
export const hostScripts: Readonly<Record<HostFormat, string>> = {
  markdown,
  dockerfile,
  yaml,
  crontab,
  systemd,
  makefile,
};

/** What an edit of such a file can put in besides what changes a script. */
export const hostInsertions: readonly string[] = [
  ...['```\n', '~~~\n', '```bash\n', '> ', '- ', '    ', '\t', '<!--', '-->\n', '$ imapsync --ssl\n', '\n\n'],
  ...['FROM imapsync\n', 'CMD ["', '"]\n', 'SHELL ["cmd"]\n', 'ENTRYPOINT imapsync\n', '# escape=`\n', 'RUN <<E\n'],
  ...[
    'command: ',
    'args:\n',
    '- ',
    '|\n',
    '>-\n',
    '{',
    '[',
    ']',
    'services:\n',
    'image: imapsync\n',
    '{{',
    '&a ',
    '*a',
  ],
  ...['@daily ', 'root ', '\\%', 'ExecStart=', '@', ':', '; ', '[Service]\n'],
  ...['HOST := b\n', '$(HOST)', '$$', '.ONESHELL:\n', 'ifdef X\n', '.RECIPEPREFIX = >\n', 'four:\n\timapsync --ssl\n'],
];
