// Pictures through their doors, on a real database and real files: received, cleaned, shown, shut away.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFolderFileStore } from '#connectors/file-store/folder-file-store.ts';
import { receiveUploadsInto } from '#connectors/file-store/receive-upload.ts';
import { createImageCleaner } from '#connectors/image-cleaner/image-cleaner.ts';
import { keyringOf } from '#kernel/keyring.ts';
import { Secret } from '#kernel/secret.ts';
import { visitor, type PersonActor } from '#kernel/actor.ts';
import { openTestApp } from '#test/school.ts';
import { openPicture, receivePicture, type PictureDoor } from './doors.ts';
import { media } from './index.ts';

const openApp = () => openTestApp([media]);
let app: Awaited<ReturnType<typeof openApp>>;

let folder: string;
let door: PictureDoor;
const cleaner = createImageCleaner();

beforeAll(async () => {
  app = await openApp();
  folder = await mkdtemp(join(tmpdir(), 'gatepost-media-'));
  const keys = keyringOf([new Secret(new Uint8Array(randomBytes(32)))]);
  door = {
    ports: {
      receive: receiveUploadsInto(join(folder, 'incoming')),
      pictures: cleaner,
      files: await openFolderFileStore({ folder: join(folder, 'files'), keys, now: app.clock.now() }),
    },
    as: app.as,
    limitBytes: 5_000_000,
  };
});
afterAll(async () => {
  await app.drop();
  await cleaner[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const yard = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#3a6b35' } })
  .withExif({ IFD0: { Artist: 'Amy Brown', ImageDescription: 'Playground' } })
  .jpeg()
  .toBuffer();

async function opened() {
  const school = await app.school();
  return {
    school,
    head: await school.person({ name: 'Ngozi Okafor', responsibilities: ['headteacher'] }),
    dsl: await school.person({ name: 'Dee Sharma', responsibilities: ['dsl'] }),
    teacher: await school.person({ name: 'Priya Raman' }),
  };
}

const bring = (person: PersonActor, bytes: Uint8Array = yard) =>
  receivePicture(door, person, { body: [bytes], originalName: 'C:\\photos\\Playground.jpg' });

async function bytesOf(person: PersonActor, mediaId: string, size: 'full' | 'thumbnail'): Promise<Buffer> {
  const facts = await app.as(person).media.read({ mediaId });
  return Buffer.concat(await Array.fromAsync(await openPicture(door.ports, person.scopeId, facts, size)));
}

test('a picture is kept without what its device wrote into it, and shown in full and small', async () => {
  const { teacher } = await opened();
  const mediaId = await bring(teacher);
  const facts = await app.as(teacher).media.read({ mediaId });
  expect(facts).toMatchObject({
    width: 900,
    height: 600,
    originalName: 'Playground.jpg',
    contentType: 'image/jpeg',
    addedBy: teacher.personId,
  });
  const full = await bytesOf(teacher, mediaId, 'full');
  expect(full).toHaveLength(facts.bytes);
  expect(full.includes('Amy Brown')).toBe(false);
  const small = await sharp(await bytesOf(teacher, mediaId, 'thumbnail')).metadata();
  expect(small.width).toBeLessThan(900);
});

test('what is no picture, or too big, leaves no entry', async () => {
  const { school, teacher } = await opened();
  await expect(bring(teacher, Buffer.from('PK\u0003\u0004 not a picture'))).rejects.toMatchObject({
    kind: 'invalid',
  });
  const big = receivePicture({ ...door, limitBytes: 100 }, teacher, {
    body: [yard],
    originalName: '',
  });
  await expect(big).rejects.toMatchObject({ kind: 'invalid', code: 'upload-too-large' });
  const rows = await app.rows('select id from media where school_id = $1', [school.id]);
  expect(rows).toEqual([]);
});

test('nobody but the door can make an entry, and another school’s picture is not there', async () => {
  const { teacher } = await opened();
  const mediaId = await bring(teacher);
  const { addedBy: _by, addedAt: _at, id: _id, ...facts } = await app.as(teacher).media.read({ mediaId });
  const forged = { ...facts, contentType: 'image/jpeg' as const, personId: teacher.personId };
  await expect(app.as(teacher).media.add(forged)).rejects.toMatchObject({ kind: 'forbidden' });
  const other = await opened();
  await expect(app.as(other.head).media.read({ mediaId })).rejects.toMatchObject({ kind: 'not-found' });
  await expect(openPicture(door.ports, other.school.id, facts, 'full')).rejects.toMatchObject({ kind: 'not-found' });
});

test('a picture that could do harm is shut away at once with all its copies; safeguarding lead and head are told without seeing it', async () => {
  const { school, head, dsl, teacher } = await opened();
  const [mediaId, copy] = [await bring(teacher), await bring(head)];
  const { address } = await app.as(teacher).media.read({ mediaId });
  await app.as(teacher).media.quarantine({ mediaId });
  await app.as(teacher).media.quarantine({ mediaId });

  for (const id of [mediaId, copy]) {
    await expect(app.as(head).media.read({ mediaId: id })).rejects.toMatchObject({ kind: 'not-found' });
  }
  await expect(bring(teacher)).rejects.toMatchObject({ kind: 'conflict', code: 'picture-set-aside' });
  expect(await door.ports.files.exists(address, { school: school.id })).toBe(true);

  const rows = await app.rows<{ person_id: string; about: { text: string } }>(
    "select person_id, about from notice where school_id = $1 and kind = 'media.quarantined'",
    [school.id],
  );
  expect(rows.map(({ person_id }) => person_id).toSorted()).toEqual([head.personId, dsl.personId].toSorted());
  expect(rows.every(({ about }) => !about.text.includes('Playground'))).toBe(true);
});

/** A notice on the board that shows this picture, without all that leads to one. */
async function pinned(school: string, person: string, mediaId: string): Promise<void> {
  const values = [school, person, JSON.stringify([{ mediaId, sha256: 'f', alt: 'The yard' }])];
  await app.rows(
    `with p as (insert into platform (school_id, id, key, name, kind, connector)
                values ($1, gen_random_uuid(), 'noticeboard', 'Noticeboard', 'own-site', 'noticeboard') returning id),
          a as (insert into account (school_id, id, platform_id, name, purpose, audience, reach, interaction, opened_on, created_at)
                select $1, gen_random_uuid(), id, 'Board', 'News', 'All', 'public', 'closed', now(), now() from p returning id),
          o as (insert into post (school_id, id, state, version_id, opened_by, opened_at, changed_at)
                values ($1, gen_random_uuid(), 'published', gen_random_uuid(), $2, now(), now()) returning id, version_id),
          v as (insert into post_version (school_id, id, post_id, n, edited_by, edited_at)
                select $1, version_id, id, 1, $2, now() from o returning id, post_id),
          d as (insert into delivery (school_id, id, post_id, version_id, account_id, connector, state, payload, payload_sha256, due_at)
                select $1, gen_random_uuid(), post_id, v.id, a.id, 'noticeboard', 'published', '{}', 'f', now() from v, a returning id, account_id)
     insert into noticeboard_item (school_id, id, account_id, delivery_id, words, pictures, published_at)
     select $1, gen_random_uuid(), account_id, id, 'News', $3::jsonb, now() from d`,
    values,
  );
}

test('visitors see a picture only while a notice shows it, and never once it was shut away', async () => {
  const { school, teacher } = await opened();
  const [shown, unused] = [await bring(teacher), await bring(teacher)];
  const look = (mediaId: string) => app.as(visitor(school.id)).media.readPublished({ mediaId });
  await expect(look(shown)).rejects.toMatchObject({ kind: 'not-found' });
  await pinned(school.id, teacher.personId, shown);
  const facts = await look(shown);
  expect(facts).not.toHaveProperty('originalName');
  expect(await Array.fromAsync(await openPicture(door.ports, school.id, facts, 'thumbnail'))).not.toEqual([]);
  await expect(look(unused)).rejects.toMatchObject({ kind: 'not-found' });
  const other = await opened();
  await expect(app.as(visitor(other.school.id)).media.readPublished({ mediaId: shown })).rejects.toMatchObject({
    kind: 'not-found',
  });

  await app.rows('update noticeboard_item set removed_at = now() where school_id = $1', [school.id]);
  await expect(look(shown)).rejects.toMatchObject({ kind: 'not-found' });
  await app.rows('update noticeboard_item set removed_at = null where school_id = $1', [school.id]);
  await app.as(teacher).media.quarantine({ mediaId: unused });
  await expect(look(shown)).rejects.toMatchObject({ kind: 'not-found' });
});
