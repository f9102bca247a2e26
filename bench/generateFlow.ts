/**
 * A migration script of `count` invocations that take everything from variables: the command, options in a string and
 * in an array, and the arguments of a function.
 */
export function generateFlow(count: number): string {
  const parts = [
    '#!/usr/bin/env bash\nset -euo pipefail\nIMAPSYNC=/usr/bin/imapsync\n',
    'OPTS="--ssl1 --ssl2 --automap --nofoldersizes --errorsmax 100"\n',
    "ARGS=(--host1 imap.old.example --host2 imap.new.example --exclude '^\\[Gmail\\]/All Mail$')\n",
    'migrate() {\n  local user=$1\n  shift\n',
    '  $IMAPSYNC "${ARGS[@]}" --user1 "$user@old.example" --user2 "$user@new.example" $OPTS "$@"\n}\n\n',
  ];
  for (let index = 0; index < count; index += 1) {
    const user = `user${index}`;
    const sides = `--user1 ${user}@old.example --passfile1 "$HOME/${user}.1" --user2 ${user}@new.example`;
    if (index % 4 === 0) parts.push(`migrate ${user} --passfile1 "$HOME/${user}.1" --dry\n`);
    const command = index % 2 === 0 ? '$IMAPSYNC' : 'imapsync';
    parts.push(`${command} "\${ARGS[@]}" \\\n  ${sides} \\\n  $OPTS --dry >> "/var/log/${user}.log" 2>&1\n\n`);
  }
  return parts.join('');
}
