import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A Dovecot of our own: in a temporary folder, on a free loopback port, with accounts that exist only there. */
export interface DovecotServer {
  readonly port: number;
  stop(): Promise<void>;
}

const unprivileged = { user: 'nobody', group: 'nogroup', id: 65534 };

/** Whether a Dovecot that we can start is installed. */
export function hasDovecot(): boolean {
  try {
    execFileSync('dovecot', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Starts the server with these accounts; the password of each is its name turned round. */
export async function startDovecot(accounts: readonly string[]): Promise<DovecotServer> {
  const directory = mkdtempSync(join(tmpdir(), 'imapsync-lint-dovecot-'));
  const port = await freePort();
  const mail = join(directory, 'mail');
  mkdirSync(mail);
  mkdirSync(join(directory, 'run'));
  const isRoot = userInfo().uid === 0;
  const owner = isRoot ? unprivileged : ownUser();
  if (isRoot) {
    chmodSync(directory, 0o755);
    chownSync(mail, owner.id, owner.id);
  }
  writeFileSync(join(directory, 'users'), accounts.map((name) => `${name}:{PLAIN}${passwordOf(name)}\n`).join(''));
  const config = join(directory, 'dovecot.conf');
  writeFileSync(config, configuration(directory, port, owner));
  const server = spawn('dovecot', ['-c', config, '-F'], { stdio: 'ignore' });
  await accepting(port, server);
  return {
    port,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The password of an account of these tests. */
export function passwordOf(account: string): string {
  return `canary-${[...account].reverse().join('')}-42`;
}

function ownUser(): typeof unprivileged {
  const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
  const { username, uid } = userInfo();
  return { user: username, group, id: uid };
}

function configuration(directory: string, port: number, owner: typeof unprivileged): string {
  return `
protocols = imap
base_dir = ${directory}/run
state_dir = ${directory}/run
log_path = ${directory}/dovecot.log
ssl = no
disable_plaintext_auth = no
listen = 127.0.0.1
first_valid_uid = 1
default_internal_user = ${owner.user}
default_internal_group = ${owner.group}
default_login_user = ${owner.user}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
mail_location = maildir:${directory}/mail/%u
passdb {
  driver = passwd-file
  args = scheme=PLAIN ${directory}/users
}
userdb {
  driver = static
  args = uid=${owner.id} gid=${owner.id} home=${directory}/mail/%u
}
namespace inbox {
  inbox = yes
  separator = /
}
`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function accepting(port: number, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (server.exitCode !== null) throw new Error(`dovecot ended with ${server.exitCode}`);
    if (await answers(port)) return;
    await wait(100);
  }
  server.kill('SIGKILL');
  throw new Error('dovecot does not answer');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
