// Finds every address behind a name, and connects to exactly those that were judged: nothing is looked up twice.
import { once } from 'node:events';
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { connect, isIP, type Socket } from 'node:net';

/** How a machine is found; what is left out is as the system does it. */
export interface Dialling {
  /** Every address of a name. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** A connection to one of these addresses, and to nothing else. */
  readonly dial?: (addresses: readonly string[], port: number) => Socket;
}

/** @param host a name, or an address, which stands for itself */
export const addressesOf = async (
  host: string,
  { resolve = resolveAll }: Dialling,
  signal: AbortSignal,
): Promise<readonly string[]> => (isIP(host) ? [host] : beforeEnd(resolve(host), signal));

/** Connected before anything is said, so that a name with several addresses is tried at each. */
export async function connectedTo(
  addresses: readonly string[],
  port: number,
  { dial = dialled }: Dialling,
  signal: AbortSignal,
): Promise<Socket> {
  const socket = dial(addresses, port);
  try {
    await once(socket, 'connect', { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

const resolveAll = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);

function dialled(addresses: readonly string[], port: number): Socket {
  const known: LookupAddress[] = addresses.map((address) => ({ address, family: isIP(address) }));
  // No name is looked up here: this one stands for the addresses that were judged, and leads nowhere by itself.
  return connect({ host: 'judged.invalid', port, autoSelectFamily: true, lookup: (_, __, done) => done(null, known) });
}

/** A look-up cannot be broken off, but nobody has to wait for it. */
async function beforeEnd<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const end = () => reject(signal.reason);
  signal.addEventListener('abort', end, { once: true });
  try {
    signal.throwIfAborted();
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}
