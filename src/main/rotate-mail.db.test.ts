// After a change of the master key mail goes out as before: the password and the links that wait are locked anew.
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { createSmtp } from '#connectors/smtp/smtp.ts';
import { keyringFor } from '#kernel/keyring.ts';
import { openMasterKeys } from '#kernel/master-key.ts';
import { reveal } from '#kernel/secret.ts';
import { seal } from '#kernel/secret-box.ts';
import { openTestDatabase } from '#test/database/open.ts';
import { readConfig } from './config.ts';
import { rotateKeys } from './rotate-keys.ts';
import { forgetOlderKeys, urlOf } from './rotation-fixture.ts';

it('opens the mail password and a waiting link with the new key alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rotate-mail-'));
  const keys = join(folder, 'keys');
  await mkdir(join(folder, 'files'));
  const database = await openTestDatabase();
  const client = new pg.Client(database.owner);
  await client.connect();
  try {
    const ring = keyringFor(await openMasterKeys(keys, { create: true }), 'mail');
    const [school, message] = [randomUUID(), randomUUID()];
    const places = { password: `mail-server/${school}`, link: `mail-message/${message}` };
    await client.query(
      `insert into school (id, name, short_name, slug, division, created_at) values ($1, 'Millrace', 'Millrace', 'millrace', 'scotland', '2026-11-20')`,
      [school],
    );
    await client.query(
      `insert into mail_server (school_id, host, port, encryption, username, password_box, from_address, from_name, per_minute, set_at)
       values ($1, 'localhost', 587, 'starttls', 'office', $2, 'office@millrace.example', 'Millrace', 30, '2026-11-20')`,
      [school, Buffer.from(seal(ring, 'kingfisher', places.password))],
    );
    await client.query(
      `insert into mail_message (school_id, id, key, address, template, link_box, urgent, state, asked_at, due_at, give_up_at)
       values ($1, $2, 'link:1', 'p@millrace.example', 'invitation', $3, true, 'queued', '2026-11-20', '2026-11-20', '2026-11-23')`,
      [school, message, Buffer.from(seal(ring, 'the secret of a link', places.link))],
    );
    const env = { GATEPOST_DATA: folder, DATABASE_URL: urlOf(database.owner), GATEPOST_LOG: 'json' };
    await rotateKeys(readConfig(env, false), () => {});
    await forgetOlderKeys(keys);

    const { rows } = await client.query<{ box: Buffer }>(
      'select password_box as box from mail_server union all select link_box from mail_message',
    );
    const mailer = createSmtp({ keyring: await openMasterKeys(keys, { create: false }) });
    const opened = rows.map(({ box }, index) =>
      reveal(mailer.unlock(box.toString('base64'), index === 0 ? places.password : places.link)),
    );
    expect(opened).toEqual(['kingfisher', 'the secret of a link']);
  } finally {
    await client.end();
    await database.drop();
    await rm(folder, { recursive: true });
  }
});
