// Publishing by hand on a real database: only those who write for the account get what they need, and prove it with a link.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accounts } from '#features/accounts/index.ts';
import { checks } from '#features/checks/index.ts';
import { decisions } from '#features/decisions/index.ts';
import { media } from '#features/media/index.ts';
import { operator } from '#kernel/actor.ts';
import { openTestApp } from '#test/school.ts';
import { posts } from './index.ts';

const openApp = () => openTestApp([decisions, accounts, media, checks, posts]);
let app: Awaited<ReturnType<typeof openApp>>;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.drop());

test('the kit goes to people of the account, and only the post’s own link on that platform is believed', async () => {
  const school = await app.school();
  const head = await school.person({ responsibilities: ['headteacher'] });
  const teacher = await school.person();
  const outsider = await school.person();
  await app.as(operator(school.id)).accounts.fillCatalogue({});
  const { platforms } = await app.as(head).accounts.listPlatforms({});
  const { accountId } = await app.as(head).accounts.register({
    platformId: platforms.find(({ key }) => key === 'bluesky')!.id,
    name: 'Millrace',
    address: 'https://bsky.app/profile/millrace.example',
    purpose: 'News',
    audience: 'Families',
    reach: 'public',
    interaction: 'open',
    openedOn: '2025-09-01',
    authors: [teacher.personId],
  });
  const payload = { accountId, words: 'Fête & fun', pictures: [] };
  const [delivery] = await app.rows<{ id: string }>(
    `with o as (insert into post (school_id, id, state, version_id, opened_by, opened_at, changed_at)
                values ($1, gen_random_uuid(), 'publishing', gen_random_uuid(), $2, now(), now()) returning id, version_id),
          v as (insert into post_version (school_id, id, post_id, n, edited_by, edited_at)
                select $1, version_id, id, 1, $2, now() from o returning id, post_id)
     insert into delivery (school_id, id, post_id, version_id, account_id, connector, state, payload, payload_sha256, due_at)
     select $1, gen_random_uuid(), post_id, id, $3, 'by-hand', 'by-hand', $4::jsonb, 'f', now() from v returning id`,
    [school.id, teacher.personId, accountId, JSON.stringify(payload)],
  );
  const deliveryId = delivery!.id;

  await expect(app.as(outsider).posts.readHandKit({ deliveryId })).rejects.toMatchObject({ kind: 'not-found' });
  expect(await app.as(teacher).posts.readHandKit({ deliveryId })).toMatchObject({
    state: 'by-hand',
    account: { name: 'Millrace', platformName: 'Bluesky' },
    kit: {
      words: 'Fête & fun',
      composerUrl: 'https://bsky.app/intent/compose?text=F%C3%AAte%20%26%20fun',
      wordsFilledIn: true,
    },
  });
  const report = (permalink: string) => app.as(teacher).posts.reportByHand({ deliveryId, permalink });
  await expect(report('https://x.com/millrace/status/1')).rejects.toMatchObject({
    kind: 'invalid',
    code: 'other-site',
  });
  await report('https://bsky.app/profile/millrace.example/post/3l?utm_source=share');
  expect(await app.as(teacher).posts.readHandKit({ deliveryId })).toMatchObject({
    state: 'published',
    permalink: 'https://bsky.app/profile/millrace.example/post/3l',
  });
});
