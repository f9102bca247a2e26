import { connect, type Socket } from 'node:net';

/** One answer line of a server, literals included as they came. */
type Line = string;

/** Just enough IMAP to fill mailboxes and to list everything in them. */
export class ImapClient {
  private buffer = '';
  private tag = 0;
  private waiting: (() => void) | null = null;
  private closed = false;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      this.buffer += chunk;
      this.waiting?.();
    });
    socket.on('close', () => {
      this.closed = true;
      this.waiting?.();
    });
    socket.on('error', () => undefined);
  }

  static async open(port: number, user: string, password: string): Promise<ImapClient> {
    const socket = connect({ host: '127.0.0.1', port });
    const client = new ImapClient(socket);
    await client.readLine();
    await client.command(`LOGIN ${user} ${password}`);
    return client;
  }

  /** Sends a command and returns its untagged answers; throws where the server does not say OK. */
  async command(text: string, literal?: string): Promise<readonly Line[]> {
    const tag = `t${++this.tag}`;
    const size = literal === undefined ? '' : ` {${Buffer.byteLength(literal)}+}\r\n${literal}`;
    this.socket.write(`${tag} ${text}${size}\r\n`);
    const lines: Line[] = [];
    for (;;) {
      const line = await this.readLine();
      if (!line.startsWith(`${tag} `)) {
        lines.push(line);
        continue;
      }
      if (!line.startsWith(`${tag} OK`)) throw new Error(`${text}: ${line}`);
      return lines;
    }
  }

  async logout(): Promise<void> {
    await this.command('LOGOUT');
    this.socket.destroy();
  }

  private async readLine(): Promise<Line> {
    for (;;) {
      const line = this.takeLine();
      if (line !== null) return line;
      if (this.closed) throw new Error('the server closed the connection');
      await new Promise<void>((resolve) => {
        this.waiting = resolve;
      });
    }
  }

  private takeLine(): Line | null {
    let end = 0;
    for (;;) {
      const lineEnd = this.buffer.indexOf('\r\n', end);
      if (lineEnd < 0) return null;
      const literal = /\{(\d+)\}$/.exec(this.buffer.slice(end, lineEnd));
      if (literal === null) {
        const line = this.buffer.slice(0, lineEnd);
        this.buffer = this.buffer.slice(lineEnd + 2);
        return line;
      }
      end = lineEnd + 2 + Number(literal[1]);
      if (this.buffer.length < end) return null;
    }
  }
}

/**
 * Everything an account holds, as lines: folders with their attributes and UIDVALIDITY, subscriptions, and of every
 * message UID, flags, size, arrival date and text. `\Recent`, `\Marked` and `\UnMarked`
 * are left out: any SELECT changes them.
 */
export async function listAccount(port: number, user: string, password: string): Promise<readonly string[]> {
  const client = await ImapClient.open(port, user, password);
  const result: string[] = [];
  const folders = await client.command('LIST "" "*"');
  const unmarked = folders.map((line) => line.replace(/ ?\\(?:Un)?Marked/g, ''));
  for (const line of unmarked.sort()) {
    result.push(line);
    if (/\\Noselect/i.test(line)) continue;
    const name = /"\/" (.*)$/.exec(line)?.[1];
    if (name === undefined) continue;
    const answers = await client.command(`EXAMINE ${name}`);
    result.push(...answers.filter((answer) => /UIDVALIDITY|UIDNEXT| EXISTS/.test(answer)));
    if (answers.some((answer) => answer === '* 0 EXISTS')) continue;
    const messages = await client.command('FETCH 1:* (UID FLAGS RFC822.SIZE INTERNALDATE BODY.PEEK[])');
    result.push(...messages.map((message) => message.replace(/ ?\\Recent/g, '')));
  }
  result.push(...[...(await client.command('LSUB "" "*"'))].sort());
  await client.logout();
  return result;
}
