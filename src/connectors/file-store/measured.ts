// Weighs a file and takes its fingerprint while it flows by, and stops it the moment it is too large.
import { createHash } from 'node:crypto';
import type { ByteStream } from '#features/media/ports.ts';
import { tooLarge } from './storage-failure.ts';

export interface Measured {
  readonly bytes: AsyncGenerator<Uint8Array>;
  /** Final once `bytes` has ended. */
  readonly measure: () => { readonly size: number; readonly sha256: string };
}

export function measured(source: ByteStream, limitBytes: number): Measured {
  const hash = createHash('sha256');
  let size = 0;
  async function* pass(): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      size += bytes.length;
      if (size > limitBytes) throw tooLarge(limitBytes);
      hash.update(bytes);
      yield bytes;
    }
  }
  return { bytes: pass(), measure: () => ({ size, sha256: hash.copy().digest('hex') }) };
}
