// The public side of a school on a real database: what is published can be read, seen and followed; what is taken down cannot.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWholeApp, type Ready, type WholeApp } from '#test/whole-app.ts';
import { createPublicSchools, type PublicSchools } from './public-school.ts';

let app: WholeApp;
let mill: Ready;
let open: PublicSchools;
beforeAll(async () => {
  app = await openWholeApp();
  mill = await app.ready('starter');
  open = createPublicSchools({
    ...app,
    ports: app.ports as never,
    as: app.as as never,
    origin: 'https://mill.example',
  });
});
afterAll(() => app.close());

const bytesOf = async (body: AsyncIterable<Uint8Array>) => Buffer.concat(await Array.fromAsync(body));

test('an address that no school has is nobody’s', async () => {
  await expect(open.at('nowhere')).rejects.toMatchObject({ kind: 'not-found' });
  expect((await open.at(mill.school.slug)).id).toBe(mill.school.id);
});

test.each(['\0', 'mill\0', '', '../mill', 'Mill', 'x'.repeat(100_000)])(
  'what cannot be an address is nobody’s: %#',
  async (slug) => {
    await expect(open.at(slug)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(open.feed(slug, 'rss', null)).rejects.toMatchObject({ kind: 'not-found' });
  },
);

test('a picture is public from the notice that shows it until that comes down, and feeds follow', async () => {
  const { slug } = mill.school;
  const empty = await open.feed(slug, 'rss', null);
  expect(empty.body).toContain('<channel>');

  const mediaId = await mill.picture();
  await expect(open.picture(slug, mediaId)).rejects.toMatchObject({ kind: 'not-found' });
  const { postId } = await mill.approved(mill.author, {
    words: 'The pond is full again.',
    pictures: [{ mediaId, alt: 'A round pond.', showsChildren: 'no' }],
  });
  await app.work();

  const [notice] = await mill.notices();
  expect(notice!.pictures).toMatchObject([
    { mediaId, alt: 'A round pond.', contentType: 'image/jpeg', width: 640, height: 480 },
  ]);
  const picture = await open.picture(slug, mediaId);
  expect((await bytesOf(picture.body)).length).toBe(picture.bytes);

  const feed = await open.feed(slug, 'json', null);
  const { items } = JSON.parse(feed.body) as {
    items: { url: string; content_text: string; attachments: { url: string }[] }[];
  };
  expect(items).toMatchObject([{ url: `https://mill.example/schools/${slug}/notices/${notice!.id}` }]);
  expect(items[0]!.content_text).toContain('The pond is full again.');
  expect(items[0]!.attachments).toMatchObject([{ url: `https://mill.example/schools/${slug}/pictures/${mediaId}` }]);
  expect(await open.feed(slug, 'json', feed.etag)).toMatchObject({ unchanged: true });

  await app.as(mill.runner).posts.takeDown({ postId, reason: 'The pond is dry.' });
  await app.work();
  await expect(open.picture(slug, mediaId)).rejects.toMatchObject({ kind: 'not-found' });
  const after = await open.feed(slug, 'json', feed.etag);
  expect(after).toMatchObject({ unchanged: false });
  expect(after.body).not.toContain('pond');
  expect(await mill.visitor.posts.readNotice({ noticeId: notice!.id })).toMatchObject({ words: '', pictures: [] });
});

test('anybody may list the accounts in use, and sees no more of them than that', async () => {
  const closed = await mill.account('facebook', { name: 'Old page' });
  await app.as(mill.admin).accounts.close({ accountId: closed, reason: 'Not used.' });
  const { accounts } = await mill.visitor.accounts.listOfficial({});
  expect(accounts.map(({ name }) => name)).not.toContain('Old page');
  expect(accounts).toContainEqual(expect.objectContaining({ id: mill.board, platformName: 'School noticeboard' }));
  expect(Object.keys(accounts[0]!).toSorted()).toEqual([
    'address',
    'connector',
    'handle',
    'id',
    'name',
    'nameInFull',
    'platformName',
    'purpose',
  ]);
});

test('only an outcome that nobody could tell is settled by looking', async () => {
  const facebook = await mill.account('facebook', { name: 'Families' });
  const { postId } = await mill.approved(mill.author, { accounts: [{ accountId: facebook }] });
  await app.work();
  const delivery = async () => (await app.as(mill.runner).posts.read({ postId })).deliveries[0]!;
  const { id: deliveryId, state } = await delivery();
  expect(state).toBe('by-hand');
  const report = (by: Ready['runner']) =>
    app.as(by).posts.reportMissing({ deliveryId, seen: 'On the page, newest first.' });
  await expect(report(mill.runner)).rejects.toMatchObject({ kind: 'conflict', code: 'outcome-known' });
  await app.rows("update delivery set state = 'unknown' where id = $1", [deliveryId]);
  await expect(report(await mill.person({}))).rejects.toMatchObject({ kind: 'not-found' });
  await report(mill.runner);
  expect(await delivery()).toMatchObject({ state: 'refused', problem: 'On the page, newest first.' });
});
