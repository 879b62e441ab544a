// The installation's Ed25519 key (RFC 8032): made once, its private half locked with the master key.
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type pg from 'pg';
import { sha256 } from '#kernel/canonical.ts';
import type { Clock } from '#kernel/clock.ts';
import { keyringFor, type Keyring } from '#kernel/keyring.ts';
import { openText, seal } from '#kernel/secret-box.ts';
import type { PublicSigningKey } from '#kernel/verify.ts';
import type { SigningKey } from './sealer.ts';

/** Any number, the same everywhere: two processes that start at once make one key. */
const LOCK = 7_304_002;

export async function openSigningKey(owner: pg.Pool, keyring: Keyring, clock: Clock): Promise<SigningKey> {
  const ring = keyringFor(keyring, 'signing-key');
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const { rows } = await client.query<{ id: string; private_key_box: Buffer }>(
      'select id, private_key_box from signing_key where retired_at is null order by created_at desc limit 1',
    );
    const found = rows[0];
    if (found) {
      await client.query('commit');
      return {
        id: found.id,
        privateKey: createPrivateKey(openText(ring, found.private_key_box, `signing-key/${found.id}`)),
      };
    }
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const id = sha256(publicPem).slice(0, 16);
    const box = seal(ring, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), `signing-key/${id}`);
    await client.query(
      `insert into signing_key (id, algorithm, public_key, private_key_box, created_at) values ($1, 'ed25519', $2, $3, $4)`,
      [id, publicPem, Buffer.from(box), clock.now().toString()],
    );
    await client.query('commit');
    return { id, privateKey };
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

export async function publicSigningKeys(owner: pg.Pool): Promise<PublicSigningKey[]> {
  const { rows } = await owner.query<{ id: string; public_key: string }>(
    'select id, public_key from signing_key order by created_at',
  );
  return rows.map((row) => ({ id: row.id, publicKey: row.public_key }));
}
