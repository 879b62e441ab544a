// Our age files against the reference implementation: each opens what the other locked, and both refuse what was changed.
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { reveal, Secret } from '#kernel/secret.ts';
import { createSource } from '../source.ts';
import { bech32, fromBech32 } from '#kernel/bech32.ts';
import { identityFrom, newIdentity, recipientFrom } from './keys.ts';
import { lockFor, unlock } from './stream.ts';

const PIECE = 64 * 1024;
const SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 300_000];

async function gather(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

it.each(SIZES)('%i bytes: what we lock, the reference opens, and the other way round', async (size) => {
  const plain = randomBytes(size);
  const theirs = await generateX25519Identity();
  const ours = newIdentity();
  const recipients = [recipientFrom(await identityToRecipient(theirs)), identityFrom(ours).recipient];
  const locked = await gather(lockFor(recipients, [plain.subarray(0, 7), plain.subarray(7)]));
  for (const identity of [theirs, reveal(ours)]) {
    const reference = new Decrypter();
    reference.addIdentity(identity);
    expect(Buffer.from(await reference.decrypt(locked)).equals(plain)).toBe(true);
  }

  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(theirs));
  encrypter.addRecipient(identityFrom(ours).recipient.text);
  const fromThem = await encrypter.encrypt(new Uint8Array(plain));
  expect((await gather(unlock([identityFrom(ours)], createSource([fromThem])))).equals(plain)).toBe(true);
});

it('opens for none but those it was locked for', async () => {
  const locked = await gather(lockFor([identityFrom(newIdentity()).recipient], [randomBytes(10)]));
  const open = gather(unlock([identityFrom(newIdentity())], createSource([locked])));
  await expect(open).rejects.toMatchObject({ code: 'wrong-recovery-key' });
});

it('refuses a file with any byte changed, or cut anywhere', async () => {
  const identity = identityFrom(newIdentity());
  const locked = await gather(lockFor([identity.recipient], [randomBytes(2 * PIECE + 5_000)]));
  const open = (bytes: Buffer) => gather(unlock([identity], createSource([bytes])));
  await fc.assert(
    fc.asyncProperty(fc.nat(locked.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Buffer.from(locked);
      changed[at]! ^= by;
      await expect(open(changed)).rejects.toMatchObject({ kind: 'invalid' });
      await expect(open(locked.subarray(0, at))).rejects.toMatchObject({ kind: 'invalid' });
    }),
    { numRuns: 60 },
  );
  const body = locked.length - (2 * PIECE + 5_000 + 3 * 16);
  await expect(open(locked.subarray(0, body + PIECE + 16))).rejects.toMatchObject({ code: 'backup-cut-short' });
  await expect(open(Buffer.concat([locked, Buffer.from('x')]))).rejects.toMatchObject({ code: 'backup-end-wrong' });
});

it('notices a letter of a key that was mistyped, and a secret key given for a public one', () => {
  const identity = reveal(newIdentity());
  const { text } = identityFrom(new Secret(identity)).recipient;
  expect(recipientFrom(` ${text}\n`).text).toBe(text);
  const mistyped = text.replace(/.$/, (letter) => (letter === 'q' ? 'p' : 'q'));
  expect(() => recipientFrom(mistyped)).toThrow('not the public half');
  expect(() => recipientFrom(identity)).toThrow('secret half');
  expect(() => identityFrom(new Secret(text))).toThrow('not a recovery key');
  expect(() => identityFrom(new Secret(identity.replace(/.$/, '')))).toThrow('not a recovery key');
});

it('writes any bytes as bech32 and reads them back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const text = bech32('age', bytes);
      expect(fromBech32('age', text)).toEqual(bytes);
      expect(fromBech32('age', text.toUpperCase())).toEqual(bytes);
      expect(fromBech32('agf', text)).toBeNull();
    }),
  );
});
