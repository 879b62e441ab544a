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
import { accounts } from '#features/accounts/index.ts';
import { decisions } from '#features/decisions/index.ts';
import { people } from '#features/people/index.ts';
import { policy } from '#features/policy/index.ts';
import { schools } from '#features/schools/index.ts';
import { callable } from '#kernel/registry.ts';
import { keyringOf } from '#kernel/keyring.ts';
import { Secret } from '#kernel/secret.ts';
import { smallSchools, type SmallSchool } from '#test/small-school.ts';
import { addMedia } from './actions/add-media.ts';
import { quarantineMedia } from './actions/quarantine-media.ts';
import { readMedia } from './actions/read-media.ts';
import { openPicture, receivePicture, type PictureDoor } from './doors.ts';
import { media } from './index.ts';

const all = smallSchools([schools, people, decisions, policy, accounts, media]);

let folder: string;
let door: PictureDoor;
const cleaner = createImageCleaner();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatepost-media-'));
  const keys = keyringOf([new Secret(new Uint8Array(randomBytes(32)))]);
  door = {
    ports: {
      receive: receiveUploadsInto(join(folder, 'incoming')),
      pictures: cleaner,
      files: await openFolderFileStore({ folder: join(folder, 'files'), keys, now: all.clock.now() }),
    },
    as: callable([media], all.run),
    limitBytes: 5_000_000,
  };
});
afterAll(async () => {
  await cleaner[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const yard = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#3a6b35' } })
  .withExif({ IFD0: { Artist: 'Amy Brown', ImageDescription: 'Playground' } })
  .jpeg()
  .toBuffer();

async function opened() {
  const school = await all.open('starter');
  return {
    school,
    head: await school.person('Ngozi Okafor', 'staff', 'headteacher'),
    dsl: await school.person('Dee Sharma', 'staff', 'dsl'),
    teacher: await school.person('Priya Raman', 'staff'),
  };
}

const bring = async (school: SmallSchool, personId: string, bytes: Uint8Array = yard) =>
  receivePicture(door, await school.actor(personId), { body: [bytes], originalName: 'C:\\photos\\Playground.jpg' });

async function bytesOf(
  school: SmallSchool,
  personId: string,
  mediaId: string,
  size: 'full' | 'thumbnail',
): Promise<Buffer> {
  const facts = await school.as(personId, readMedia, { mediaId });
  return Buffer.concat(await Array.fromAsync(await openPicture(door.ports, school.id, facts, size)));
}

test('a picture is kept without what its device wrote into it, and shown in full and small', async () => {
  const { school, teacher } = await opened();
  const mediaId = await bring(school, teacher);
  const facts = await school.as(teacher, readMedia, { mediaId });
  expect(facts).toMatchObject({
    width: 900,
    height: 600,
    originalName: 'Playground.jpg',
    contentType: 'image/jpeg',
    addedBy: teacher,
  });
  const full = await bytesOf(school, teacher, mediaId, 'full');
  expect(full).toHaveLength(facts.bytes);
  expect(full.includes('Amy Brown')).toBe(false);
  const small = await sharp(await bytesOf(school, teacher, mediaId, 'thumbnail')).metadata();
  expect(small.width).toBeLessThan(900);
});

test('what is no picture, or too big, leaves no entry', async () => {
  const { school, teacher } = await opened();
  await expect(bring(school, teacher, Buffer.from('PK\u0003\u0004 not a picture'))).rejects.toMatchObject({
    kind: 'invalid',
  });
  const big = receivePicture({ ...door, limitBytes: 100 }, await school.actor(teacher), {
    body: [yard],
    originalName: '',
  });
  await expect(big).rejects.toMatchObject({ kind: 'invalid', code: 'upload-too-large' });
  const { rows } = await all.database.owner.query('select id from media where school_id = $1', [school.id]);
  expect(rows).toEqual([]);
});

test('nobody but the door can make an entry, and another school’s picture is not there', async () => {
  const { school, teacher } = await opened();
  const mediaId = await bring(school, teacher);
  const { addedBy: _by, addedAt: _at, id: _id, ...facts } = await school.as(teacher, readMedia, { mediaId });
  const forged = { ...facts, contentType: 'image/jpeg' as const, personId: teacher };
  await expect(school.as(teacher, addMedia, forged)).rejects.toMatchObject({ kind: 'forbidden' });
  const other = await opened();
  await expect(other.school.as(other.head, readMedia, { mediaId })).rejects.toMatchObject({ kind: 'not-found' });
  await expect(openPicture(door.ports, other.school.id, facts, 'full')).rejects.toMatchObject({ kind: 'not-found' });
});

test('a picture that could do harm is shut away at once with all its copies; safeguarding lead and head are told without seeing it', async () => {
  const { school, head, dsl, teacher } = await opened();
  const [mediaId, copy] = [await bring(school, teacher), await bring(school, head)];
  const { address } = await school.as(teacher, readMedia, { mediaId });
  await school.as(teacher, quarantineMedia, { mediaId });
  await school.as(teacher, quarantineMedia, { mediaId });

  for (const id of [mediaId, copy]) {
    await expect(school.as(head, readMedia, { mediaId: id })).rejects.toMatchObject({ kind: 'not-found' });
  }
  await expect(bring(school, teacher)).rejects.toMatchObject({ kind: 'conflict', code: 'picture-set-aside' });
  expect(await door.ports.files.exists(address, { school: school.id })).toBe(true);

  const { rows } = await all.database.owner.query<{ person_id: string; about: { text: string } }>(
    "select person_id, about from notice where school_id = $1 and kind = 'media.quarantined'",
    [school.id],
  );
  expect(rows.map(({ person_id }) => person_id).toSorted()).toEqual([head, dsl].toSorted());
  expect(rows.every(({ about }) => !about.text.includes('Playground'))).toBe(true);
});
