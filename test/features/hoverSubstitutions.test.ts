import assert from 'node:assert/strict';
import { type FileDialect, hoverOf } from './hovering.js';

const toMicrosoft = 'imapsync --host1 imap.gmail.com --user1 a --host2 outlook.office365.com';
const toOvh = toMicrosoft.replace('outlook.office365.com', 'imap.mail.ovh.net');

function told(text: string, dialect: FileDialect = 'posix'): string {
  return hoverOf(text, dialect)?.markdown ?? '';
}

describe('Hover over --regextrans2', () => {
  it('tells which folder names of both providers it changes, and into what', () => {
    const text = told(`${toMicrosoft} --regextrans2 's/Sent Mail/¦Sent Items/'`);
    assert.match(
      text,
      /Of \d+ folder names known of Gmail \/ Google Workspace and Microsoft 365 \/ Exchange Online it changes/,
    );
    assert.match(text, /- `\[Gmail\]\/Sent Mail` into `\[Gmail\]\/Sent Items` \(Sent\)/);
    assert.equal(text.match(/^- .* into /gm)?.length, 2);
  });

  it('tells it in every language, readable where the name is in IMAP UTF-7', () => {
    const text = told(`${toMicrosoft} --regextrans2 's/^.Gmail..Entw&APw-rfe$/¦Drafts/'`);
    assert.match(text, /`\[Gmail\]\/Entw&APw-rfe` into `Drafts` \(Drafts, `\[Gmail\]\/Entwürfe`\)/);
    assert.match(
      told(`${toMicrosoft} --regextrans2 's/^Gesendete Elemente$/¦Sent/'`),
      /`Gesendete Elemente` into `Sent`/,
    );
  });

  it('shows the English ones first, and how many more there are', () => {
    const text = told(`${toMicrosoft} --regextrans2 's/^¦/Old\\//'`);
    assert.match(text, /- `INBOX` into `Old\/INBOX`\n- `\[Gmail\]\/Sent Mail` into/);
    assert.match(text, /- and \d+ more/);
  });

  it('works on the names with prefix and separator of the destination', () => {
    assert.match(
      told(`${toOvh} --regextrans2 's/Sent Mail/Se¦nt/'`),
      /`INBOX\.\[Gmail\]\.Sent Mail` into `INBOX\.\[Gmail\]\.Sent`/,
    );
  });

  it('follows the substitutions before it', () => {
    const text = told(`${toMicrosoft} --regextrans2 's/Sent Mail/Sent/' --regextrans2 's/Sent$/Se¦nt Items/'`);
    assert.match(text, /`\[Gmail\]\/Sent` into `\[Gmail\]\/Sent Items`/);
    const unknown = told(`${toMicrosoft} --regextrans2 "$RULE" --regextrans2 's/Sent$/Se¦nt Items/'`);
    assert.match(unknown, /depends on the substitutions before it/);
  });

  it('says when it changes none of them', () => {
    assert.match(
      told(`${toMicrosoft} --regextrans2 's/Nope/¦x/'`),
      /changes none of the \d+ folder names known of Gmail/,
    );
    assert.match(told("imapsync --regextrans2 's/Nope/¦x/'"), /leaves INBOX as it is/);
    assert.match(told(`${toMicrosoft} --regextrans2 'm/So¦me/'`), /\*\*No effect:\*\*/);
  });

  it('says what goes its own way by --automap, and what is assumed', () => {
    assert.match(told(`${toMicrosoft} --automap --regextrans2 's/Sent Mail/¦x/'`), /`--automap` is on/);
    const assumed = told("imapsync --host1 imap.gmail.com --host2 mail.example.org --regextrans2 's/Sent Mail/¦x/'");
    assert.match(assumed, /`\/` and no prefix are assumed/);
    assert.doesNotMatch(told(`${toMicrosoft} --regextrans2 's/Sent Mail/¦x/'`), /automap` is on|assumed/);
  });

  it('puts what Perl refuses at its place', () => {
    for (const [dialect, text] of [
      ['posix', "imapsync --regextrans2 's/a(¦/x/'"],
      ['cmd', 'imapsync --regextrans2 "s/a(¦/x/"'],
      ['powershell', "imapsync --regextrans2 's/a(¦/x/'"],
      ['profile', "--regextrans2 's/a(¦/x/'"],
      ['dockerfile', 'CMD ["imapsync", "--regextrans2", "s/a(¦/x/"]'],
    ] as const) {
      const answer = hoverOf(text, dialect);
      assert.equal(answer?.covered, '(', dialect);
      assert.match(answer.markdown, /\*\*Perl refuses it:\*\* .*exit code 64/);
    }
  });

  it('guesses nothing about programs', () => {
    assert.match(told(`${toMicrosoft} --regextrans2 's/(a)/lc $1/¦e'`), /not told here: it has the flag e/);
  });
});

describe('Hover over --f1f2', () => {
  it('names the folders that the provider has for the same role', () => {
    const text = told(`${toMicrosoft} --f1f2 'Sent=Se¦nt Items'`);
    assert.match(text, /Source `Sent`: Gmail .* is not known for this name: its Sent folder is `\[Gmail\]\/Sent Mail`/);
    assert.match(text, /Destination `Sent Items`: The Sent folder of Microsoft 365/);
  });
});
