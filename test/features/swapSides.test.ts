import assert from 'node:assert/strict';
import { optionFacts } from '../../server/src/core/catalogue/options.js';
import { rewriteAt, rewritten } from './rewriting.js';

const swap = (text: string, dialect?: Parameters<typeof rewritten>[2]): string | null =>
  rewritten(text, 'swap', dialect);

describe('swapping source and destination', () => {
  it('exchanges the names and leaves the values and everything else', () => {
    assert.equal(
      swap(
        'imapsync --gmail1 --user1 "$A" --passfile1 /p1 --office2 --user2=\'b\' --passfile2 p2 --no-ssl2 --subfolder2 Old --dry > log\n',
      ),
      'imapsync --gmail2 --user2 "$A" --passfile2 /p1 --office1 --user1=\'b\' --passfile1 p2 --no-ssl1 --subfolder1 Old --dry > log\n',
    );
    assert.equal(
      swap('imapsync --ssl1_ssl_version TLSv1_2 --authmd51 --folder INBOX --sslargs1 a=b --PORT1 1\n'),
      'imapsync --ssl2_ssl_version TLSv1_2 --authmd52 --folder INBOX --sslargs2 a=b --PORT2 1\n',
    );
  });

  it('gives back the command when it is done twice', () => {
    const text = 'imapsync --host1 a --user1 b --host2 c --exchange2 --timeout1 7 --automap\n';
    assert.equal(swap(swap(text)!), text);
  });

  it('is offered in each dialect', () => {
    assert.equal(
      swap('imapsync.exe --host1 a ^\r\n --host2 "b"\r\n', 'cmd'),
      'imapsync.exe --host2 a ^\r\n --host1 "b"\r\n',
    );
    assert.equal(swap("imapsync.exe --host1 'a' --host2 $b\n", 'powershell'), "imapsync.exe --host2 'a' --host1 $b\n");
    assert.equal(swap('--host1 a\n# x\n--host2 b', 'profile'), '--host2 a\n# x\n--host1 b');
    assert.equal(
      swap('FROM x\nCMD ["imapsync", "--host1", "a"]\n', 'dockerfile'),
      'FROM x\nCMD ["imapsync", "--host2", "a"]\n',
    );
    assert.equal(swap('a:\n\timapsync --host1 $(A)\n', 'makefile'), 'a:\n\timapsync --host2 $(A)\n');
  });

  it('says why it is not possible', () => {
    const refused = (options: string, what: RegExp): void => {
      assert.match(swap(`imapsync --host1 a --host2 b ${options}\n`) ?? '', what, options);
    };
    refused('--delete2', /^--delete2 deletes mail/);
    refused('--expunge1', /^--expunge1 deletes mail/);
    refused("--regextrans2 's/a/b/'", /^--regextrans2 has no counterpart/);
    refused('--dry1', /^--dry1 has no counterpart/);
    refused('--f1f2 A=B', /^--f1f2 maps folders in one direction/);
    refused('--folder Archive', /^--folder names a folder of the source/);
    refused('--exclude x', /^--exclude is about folders of the source/);
    refused('"$@"', /shell adds/);
    refused('--nosuch', /refuses this command/);
    assert.match(swap('IMAPSYNC_PASSWORD1=x imapsync --host1 a\n') ?? '', /^IMAPSYNC_PASSWORD1 stands in front/);
    assert.match(swap('O="--host1 a"\n¦imapsync $O --host2 b\n') ?? '', /^--host1 stands in the value of a variable/);
  });

  it('is missing where no option names a side, and where the editor shows no reasons', () => {
    assert.equal(swap('imapsync --dry\n'), null);
    assert.equal(rewriteAt('imapsync --host1 a --delete2\n', 'swap', 'posix', {}).action, undefined);
  });

  it('finds a pair, or a reason, for every option of a side', () => {
    for (const { name, side, value, pair } of optionFacts) {
      if (side === null) continue;
      const option =
        value === 'none' ? `--${name}` : `--${name} ${value === 'string' ? 'x' : value === 'key=value' ? 'a=b' : '1'}`;
      const answer = swap(`imapsync --host1 a ${option}\n`) ?? '';
      const other = pair === null ? 'no pair' : `imapsync --host2 a ${option.replace(name, pair)}\n`;
      assert.ok(answer === other || answer.startsWith(`--${name} `), `${option}: ${answer}`);
    }
  });
});
