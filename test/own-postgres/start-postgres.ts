// Starts a PostgreSQL of the machine as somebody else would keep one: over TCP, with a password, TLS, and for us a login that is no superuser.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { trialFolder } from '#db/embedded/trial.ts';

export interface OwnPostgres {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** May make databases and roles, and owns what it makes. */
  readonly user: 'gatepost_owner';
  readonly password: string;
  /** The authority that signed the server's certificate, which is made out to `localhost`. */
  readonly certificateAuthority: string;
  /** Another authority, which had nothing to do with it. */
  readonly strangeAuthority: string;
  stop(): Promise<void>;
}

const PASSWORD = 'not a secret: thrown away with the server';

/** @param programs the folder of its programs */
export async function startPostgres(programs: string): Promise<OwnPostgres> {
  const folder = trialFolder();
  const user = unprivileged();
  const run = (program: string, args: string[]) =>
    execFileSync(join(programs, program), args, { ...user, cwd: folder });
  const data = join(folder, 'data');
  const password = join(folder, 'password');
  writeFileSync(password, PASSWORD);
  const certificates = makeCertificates(folder);
  if (user.uid !== undefined) handOver(folder, user.uid, user.gid);
  run('initdb', ['-D', data, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '-U', 'postgres', `--pwfile=${password}`, '--no-sync']); // prettier-ignore
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: 'off',
    ssl: 'on',
    ssl_cert_file: certificates.server.certificate,
    ssl_key_file: certificates.server.key,
  };
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...user, cwd: folder, stdio: 'ignore' },
  );
  const ended = once(server, 'exit');
  const superuser = { host: '127.0.0.1', port, user: 'postgres', password: PASSWORD, database: 'postgres' };
  const stop = async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(superuser, () => server.exitCode !== null);
    const client = new pg.Client(superuser);
    await client.connect();
    await client.query(`create role gatepost_owner login createrole createdb password '${PASSWORD}'`);
    await client.query('grant pg_checkpoint to gatepost_owner'); // for our tests alone: a template is copied sooner after one
    await client.query('create database gatepost owner gatepost_owner');
    await client.end();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    host: '127.0.0.1',
    port,
    user: 'gatepost_owner',
    password: PASSWORD,
    certificateAuthority: certificates.authority,
    strangeAuthority: certificates.stranger,
    stop,
  };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.geteuid?.() !== 0) return {};
  const id = (kind: string) => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function handOver(folder: string, uid: number, gid: number | undefined): void {
  chownSync(folder, uid, gid ?? uid);
  for (const name of readdirSync(folder)) chownSync(join(folder, name), uid, gid ?? uid);
}

function makeCertificates(folder: string) {
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const authority = (name: string) => {
    openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', `/CN=${name}`, '-keyout', at(`${name}.key`), '-out', at(`${name}.crt`)); // prettier-ignore
    return at(`${name}.crt`);
  };
  mkdirSync(folder, { recursive: true });
  const [own, stranger] = [authority('authority'), authority('stranger')];
  openssl('req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', at('server.key'), '-out', at('server.csr')); // prettier-ignore
  openssl('x509', '-req', '-in', at('server.csr'), '-CA', own, '-CAkey', at('authority.key'), '-CAcreateserial', '-days', '2', '-copy_extensions', 'copy', '-out', at('server.crt')); // prettier-ignore
  chmodSync(at('server.key'), 0o600);
  return { authority: own, stranger, server: { certificate: at('server.crt'), key: at('server.key') } };
}

async function untilReady(connection: pg.ClientConfig, hasEnded: () => boolean): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client(connection);
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (hasEnded() || attempt > 400) throw new Error('This PostgreSQL did not come up.', { cause: error });
      await pause(50);
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
