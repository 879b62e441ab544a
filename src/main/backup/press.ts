// Makes pieces smaller, one after the other, in memory that it keeps: new memory for each piece costs more than the compression.
import { constants, createZstdCompress } from 'node:zlib';
import { PIECE } from './container.ts';

/** Level 1 keeps up with what a database can say; its checksum notices what a broken memory did. */
const ZSTD = {
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
  chunkSize: PIECE / 2,
};

export interface Pressed {
  /** How many bytes were put in. */
  readonly length: number;
  readonly bytes: Buffer;
  /** They are a Zstandard frame of its own; false where that would not have been smaller, and they are as they came. */
  readonly isSmaller: boolean;
}

export interface Press {
  /** Takes in as much as there is room for. @returns how many bytes */
  take(bytes: Uint8Array): number;
  isFull(): boolean;
  isEmpty(): boolean;
  /** Empties it. To be awaited before anything else is put in. */
  run(): Promise<Pressed>;
  close(): void;
}

export function openPress(): Press {
  const room = Buffer.allocUnsafeSlow(PIECE);
  const stream = createZstdCompress(ZSTD);
  let filled = 0;
  let out: Buffer[] = [];
  stream.on('data', (part: Buffer) => void out.push(part));
  return {
    take(bytes) {
      const taken = bytes.subarray(0, PIECE - filled);
      room.set(taken, filled);
      filled += taken.length;
      return taken.length;
    },
    isFull: () => filled === PIECE,
    isEmpty: () => filled === 0,
    async run() {
      const piece = room.subarray(0, filled);
      filled = 0;
      await new Promise<void>((resolve, reject) => {
        stream.once('error', reject);
        stream.write(piece);
        stream.flush(constants.ZSTD_e_end, () => {
          stream.off('error', reject);
          resolve();
        });
      });
      const small = Buffer.concat(out);
      out = [];
      const isSmaller = small.length < piece.length;
      return { length: piece.length, bytes: isSmaller ? small : Buffer.from(piece), isSmaller };
    },
    close: () => void stream.destroy(),
  };
}
