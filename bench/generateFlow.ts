import { createRandom } from '../test/seededRandom.js';

const shared = [
  'HOST1=imap.gmail.com\nHOST2=outlook.office365.com\nIMAPSYNC=${IMAPSYNC:-/usr/bin/imapsync}\n',
  'COMMON="--ssl1 --ssl2 --automap --nofoldersizes --errorsmax 100"\n',
  "FILTERS=(--exclude '^\\[Gmail\\]/All Mail$' --maxsize 35000000 --useheader Message-Id)\n",
  'LOGDIR=/var/log/migration\n\nmigrate() {\n  $IMAPSYNC --host1 "$HOST1" --host2 "$HOST2" "$@" $COMMON >> "$LOGDIR/all.log" 2>&1\n}\n\n',
].join('');

/**
 * A script that keeps what its `count` command lines have in common in variables, arrays and functions, and changes them
 * on the way, about 415 bytes for each.
 */
export function generateFlow(count: number, seed = 1): string {
  const random = createRandom(seed);
  const parts = [`#!/usr/bin/env bash\nset -euo pipefail\n${shared}`];
  for (let index = 0; index < count; index += 1) {
    const user = `user${index}`;
    const accounts = `--user1 ${user}@source.example --passfile1 "$SECRETS/${user}.1" --user2 ${user}@dest.example --passfile2 "$SECRETS/${user}.2"`;
    const before = `# mailbox ${index}\nSECRETS=/etc/imapsync/batch${index % 7}\nargs=(${accounts})\n`;
    const shape = Math.floor(random() * 4);
    if (shape === 0) parts.push(`${before}migrate "\${args[@]}" "\${FILTERS[@]}" --dry\n\n`);
    else if (shape === 1) {
      parts.push(`${before}if [ -n "\${SINCE-}" ]; then\n  args+=(--maxage "$SINCE")\nfi\n`);
      parts.push(`imapsync --host1 $HOST1 --host2 $HOST2 "\${args[@]}" $COMMON --dry || exit 1\n\n`);
    } else if (shape === 2) {
      parts.push(`${before}OPTS="$COMMON --delete2"\n`);
      parts.push(`imapsync \\\n  --host1 "$HOST1" --host2 "$HOST2" \\\n  "\${args[@]}" \\\n  $OPTS --dry\n\n`);
    } else {
      parts.push(`${before}set -- "\${args[@]}" --dry\n`);
      parts.push(`for pass in first second; do\n  imapsync --host1 "$HOST1" --host2 "$HOST2" "$@" $COMMON\ndone\n\n`);
    }
  }
  return parts.join('');
}
