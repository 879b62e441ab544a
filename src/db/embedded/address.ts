// Where the server listens: a socket file only we may open, or, where its path is too long, this machine's own loopback.
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface Address {
  /** A folder (beginning with a slash) means a socket in it. */
  readonly host: string;
  readonly port: number;
}

const SOCKET_PORT = 5432; // only part of the socket's file name
export const SOCKET_NAME = `.s.PGSQL.${SOCKET_PORT}`;
const LONGEST_SOCKET_PATH = process.platform === 'linux' ? 107 : 103; // bytes, by the system's sockaddr_un

export function socketIn(cluster: string): Address | undefined {
  const path = join(cluster, SOCKET_NAME);
  return Buffer.byteLength(path) > LONGEST_SOCKET_PATH ? undefined : { host: cluster, port: SOCKET_PORT };
}

export function isSocket(address: Address): boolean {
  return address.host.startsWith('/');
}

/** A port free at this moment; `wanted` if it still is, so that those who already know the address need not be told anew. */
export async function loopback(wanted: number | undefined): Promise<Address> {
  const port = (wanted === undefined ? undefined : await freePort(wanted)) ?? (await freePort(0));
  if (port === undefined) throw new Error('no port on 127.0.0.1 is free');
  return { host: '127.0.0.1', port };
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(wanted, '127.0.0.1', () => {
      const bound = probe.address();
      probe.close(() => resolve(typeof bound === 'object' ? bound?.port : undefined));
    });
  });
}

/** The folder through which the server reaches its data: see `server.ts` for the one that is only a number. */
export function listeningSettings(address: Address, folderAsServerSeesIt: string): Record<string, string> {
  if (isSocket(address)) {
    const quoted = `"${folderAsServerSeesIt.replaceAll('"', '""')}"`; // a comma in the path would make two of it
    return {
      listen_addresses: '',
      unix_socket_directories: quoted,
      port: String(address.port),
      unix_socket_permissions: '0700',
    };
  }
  return { listen_addresses: address.host, unix_socket_directories: '', port: String(address.port) };
}
