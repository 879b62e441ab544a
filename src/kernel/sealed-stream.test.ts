import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyringOf } from './keyring.ts';
import { HEADER_BYTES, PLAIN_PIECE_BYTES, SEALED_PIECE_BYTES } from './sealed-format.ts';
import { open, seal } from './secret-box.ts';
import { openStream, sealStream, type Bytes } from './sealed-stream.ts';
import { Secret } from './secret.ts';

const ring = keyringOf([new Secret(new Uint8Array(randomBytes(32)))]);

async function gather(bytes: Bytes): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(Uint8Array.from(part));
  return Buffer.concat(parts);
}

function* cutAt(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
  let from = 0;
  for (const length of lengths) yield bytes.subarray(from, (from += length));
  yield bytes.subarray(from);
}

test('a file comes back whole however the network cuts it', async () => {
  const cuts = fc.array(fc.nat({ max: 90_000 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 200_000 }), cuts, cuts, async (size, cutsIn, cutsOut) => {
      const plain = randomBytes(size);
      const sealed = await gather(sealStream(ring, cutAt(plain, cutsIn), 'file'));
      const opened = await gather(openStream(ring, cutAt(sealed, cutsOut), 'file'));
      expect(opened.equals(plain)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test.each([0, PLAIN_PIECE_BYTES - 1, PLAIN_PIECE_BYTES, 2 * PLAIN_PIECE_BYTES])(
  'stream and box open what the other closed (%i bytes)',
  async (size) => {
    const plain = randomBytes(size);
    expect(Buffer.from(open(ring, await gather(sealStream(ring, [plain], 'x')), 'x')).equals(plain)).toBe(true);
    expect((await gather(openStream(ring, [seal(ring, plain, 'x')], 'x'))).equals(plain)).toBe(true);
  },
);

const three = await gather(sealStream(ring, [randomBytes(2 * PLAIN_PIECE_BYTES + 500)], 'file'));
const piece = (index: number) =>
  three.subarray(HEADER_BYTES + index * SEALED_PIECE_BYTES, HEADER_BYTES + (index + 1) * SEALED_PIECE_BYTES);
const header = three.subarray(0, HEADER_BYTES);
const other = await gather(sealStream(ring, [randomBytes(2 * PLAIN_PIECE_BYTES + 500)], 'file'));

test.each([
  ['cut off between two pieces', [header, piece(0), piece(1)]],
  ['cut off inside a piece', [header, piece(0), piece(1).subarray(0, 900)]],
  ['with its middle left out', [header, piece(0), piece(2)]],
  ['with two pieces swapped', [header, piece(1), piece(0), piece(2)]],
  ['with a piece twice', [header, piece(0), piece(0), piece(1), piece(2)]],
  ['with something behind it', [header, piece(0), piece(1), piece(2), Buffer.of(0)]],
  [
    'with a piece of another file',
    [header, other.subarray(HEADER_BYTES, HEADER_BYTES + SEALED_PIECE_BYTES), piece(1), piece(2)],
  ],
  ['without pieces', [header]],
  ['cut off in its header', [header.subarray(0, 20)]],
  ['empty', []],
])('a file %s does not open to its end', async (_how, parts) => {
  await expect(gather(openStream(ring, parts, 'file'))).rejects.toMatchObject({ kind: 'internal' });
});

test('a file does not open in another place', async () => {
  await expect(gather(openStream(ring, [three], 'other'))).rejects.toMatchObject({ kind: 'internal' });
});
