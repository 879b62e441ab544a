// A teacher: what she writes is checked, read by somebody else, published, and never decided by herself.
import { approve, idIn, send, write } from './stage/compose.ts';
import { gatepost } from './stage/command-line.ts';
import { alive, expect, PHONE, test } from './stage/demo.ts';
import { feeds, linksOfFeed } from './stage/feeds.ts';

const ON = 'Millrace noticeboard';
const BOARD = '/schools/millrace';

test('a draft that names a pupil in full is stopped, mended, approved on a telephone and read by anybody', async ({
  as,
  page,
  request,
  demo,
}) => {
  const priya = await as('Priya Raman');
  const postId = await write(priya, {
    words: 'Amelia Fenwick found eleven caddisfly larvae in a single tray.',
    on: ON,
  });

  const note = priya.getByRole('article').filter({ hasText: 'is a pupil’s full name' });
  await expect(note).toContainText('Stops the post');
  await expect(note).toContainText('No one can let it through as it is');
  for (const [clause, id] of [
    ['Clause 4.6 No full names', 'TP-30'],
    ['Clause 6.8 No full student names anywhere', 'TP-59'],
  ] as const) {
    await note.getByText(clause).click();
    await expect(note.locator(`a[href="/policy#${id}"]`)).toBeVisible();
  }
  await expect(priya.getByText('One thing to put right before it can go')).toBeVisible();
  await expect(priya.getByRole('button', { name: /^Send to / })).toHaveCount(0);

  await note.getByRole('button', { name: 'Say “Amelia”' }).click();
  await expect(priya.getByLabel('The words of the post')).toHaveValue(
    'Amelia found eleven caddisfly larvae in a single tray.',
  );
  await expect(note).toHaveCount(0);
  await send(priya);

  const ros = await as('Ros Kettle', { viewport: PHONE, isMobile: true, hasTouch: true });
  await expect(ros.getByRole('link', { name: 'Read it and decide' }).first()).toBeVisible();
  await ros.goto('/approvals');
  await ros.locator(`a[href="/approvals/${postId}"]`).click();
  await expect(ros.locator('main')).toContainText('Amelia found eleven caddisfly larvae in a single tray.');
  expect(await ros.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await approve(ros, postId);

  await expect(async () => {
    await priya.reload();
    await expect(priya.getByRole('link', { name: 'See it there' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto(BOARD);
  const notice = page.getByRole('article').filter({ hasText: 'Amelia found eleven caddisfly larvae' });
  await expect(notice).toHaveCount(1);
  const permalink = await notice.locator('a:has(time)').getAttribute('href');
  for (const address of feeds(BOARD)) {
    expect((await linksOfFeed(await request.get(address)))[0]).toBe(demo.origin + permalink);
  }

  const { code, text } = await gatepost(['ledger', 'verify'], { GATEPOST_DATA: demo.dataDir });
  expect(text).toContain('The ledger of Millrace Primary School holds');
  expect(code).toBe(0);
});

test('where the school’s policy is silent its trust’s stops a full name, and says whose it is', async ({ as }) => {
  const callum = await as('Callum Reid');
  await write(callum, {
    words: 'Idris Bellamy found eleven caddisfly larvae in a single tray.',
    on: 'Fairwater High noticeboard',
  });
  const note = callum.getByRole('article').filter({ hasText: 'is a pupil’s full name' });
  await expect(note).toContainText('Stops the post');
  await note
    .getByText(/^Clause /)
    .first()
    .click();
  await expect(note.getByText('Your trust’s policy').first()).toBeVisible();
  await expect(callum.getByRole('button', { name: /^Send to / })).toHaveCount(0);
});

test.describe('doors that stay shut', () => {
  test.use({ expectedErrors: [/status of 40[34]/] });

  test('an author decides nothing of their own: not on the page, by REST or on the command line', async ({
    as,
    request,
    demo,
  }) => {
    // Ros runs the noticeboard, so she may decide the posts of all others.
    const ros = await as('Ros Kettle');
    const postId = await write(ros, { words: 'The office is open until five all week.', on: ON });
    await send(ros);

    await expect(ros.getByRole('link', { name: 'Decide' })).toHaveCount(0);
    await ros.goto(`/approvals/${postId}`);
    await expect(ros.locator('main')).toContainText('It is not yours to decide');
    await expect(ros.getByRole('radio', { name: /^Approve it/ })).toHaveCount(0);

    const path = `/api/posts/${postId}`;
    const { hash } = (await (await ros.request.get(path)).json()).decision;
    const bySession = await ros.evaluate(
      async ([address, body]) => {
        const answer = await fetch(address!, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: body!,
        });
        return { status: answer.status, problem: await answer.json() };
      },
      [`${path}/approve`, JSON.stringify({ hash })],
    );
    expect(bySession).toMatchObject({ status: 403, problem: { kind: 'refused-by-policy' } });

    await ros.goto('/me/tokens');
    await ros.getByLabel('What is it for?').fill('The school’s website');
    for (const scope of await ros.getByRole('checkbox').all()) await scope.check();
    await ros.getByRole('button', { name: 'Make the token' }).click();
    const token = await ros.getByLabel('Access token', { exact: true }).inputValue();
    const byToken = await request.post(`${path}/approve`, {
      data: { hash },
      headers: { authorization: `Bearer ${token}` },
    });
    expect(byToken.status()).toBe(403);

    const env = { GATEPOST_ORIGIN: demo.origin, GATEPOST_TOKEN: token };
    const readable = await gatepost(['posts', 'read', '--post-id', postId], env);
    expect(readable.code).toBe(0);
    const byCommand = await gatepost(['posts', 'approve', '--post-id', postId, '--hash', hash], env);
    expect(byCommand.code).not.toBe(0);
    expect(byCommand.text).toMatch(/token|in person|page/i);

    const after = await (await ros.request.get(path)).json();
    expect(after).toMatchObject({ state: 'waiting', votes: [] });
  });

  test('somebody of another school finds nothing of it, by whichever door', async ({ as, request }) => {
    const priya = await as('Priya Raman');
    const { posts } = await (await priya.request.get('/api/posts')).json();
    const { id: postId } = posts.find(({ words }: { words: string }) =>
      words.includes('spent a morning by Fairwater weir'),
    );
    const post = await (await priya.request.get(`/api/posts/${postId}`)).json();
    const { mediaId } = post.pictures[0];
    const noticeId = post.deliveries[0].permalink.split('/').at(-1);

    const callum = await as('Callum Reid');
    for (const address of [
      `/posts/${postId}`,
      `/posts/${postId}/edit`,
      `/posts/${postId}/by-hand`,
      `/approvals/${postId}`,
      `/accounts/${post.accounts[0].id}`,
    ]) {
      expect((await callum.goto(address))?.status(), address).toBe(404);
      await expect(callum.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address');
    }
    const theirs = '/schools/fairwater-high';
    for (const address of [
      `/api/posts/${postId}`,
      `/pictures/${mediaId}`,
      `${theirs}/pictures/${mediaId}`,
      `${theirs}/notices/${noticeId}`,
    ]) {
      expect((await callum.request.get(address)).status(), address).toBe(404);
    }
    for (const address of ['/api/posts', '/api/today', ...feeds(theirs)]) {
      expect(await (await callum.request.get(address)).text(), address).not.toContain('lives in the stream');
    }
    expect((await request.get(`/pictures/${mediaId}`, { maxRedirects: 0 })).status()).toBe(303);
  });
});

test('a change after the approval takes it back, and the approver is shown what changed', async ({ as }) => {
  const priya = await as('Priya Raman');
  const postId = await write(priya, {
    words: 'Kingfisher class planted forty bulbs by the gate.',
    on: ON,
    at: await inTwoDays(priya),
  });
  await send(priya);
  const ros = await as('Ros Kettle');
  await approve(ros, postId);
  await expect(ros.locator('main')).toContainText('Approved');

  await priya.goto(`/posts/${postId}`);
  await priya.getByRole('link', { name: 'Change it' }).click();
  await expect(priya.getByText('It has been approved', { exact: true })).toBeVisible();
  await alive(priya);
  await priya.getByLabel('The words of the post').fill('Kingfisher class planted fifty bulbs by the gate.');
  await priya.getByRole('button', { name: 'Save and check' }).click();
  await priya.goto(`/posts/${postId}`);
  await expect(priya.locator('main')).toContainText('Draft');

  await priya.getByRole('link', { name: 'Go on writing' }).click();
  await send(priya);
  await ros.goto(`/approvals/${postId}`);
  await expect(ros.getByRole('region', { name: 'What changed' })).toContainText('fifty');
  await expect(ros.getByRole('radio', { name: /^Approve it/ })).not.toBeChecked();
});

test.describe('at once', () => {
  test.use({ expectedErrors: [/status of 409/] });

  test('two windows on one post: neither loses a word', async ({ as }) => {
    const one = await as('Joel Whitlock');
    await write(one, { words: 'The library is open at lunch.', on: ON });
    const other = await one.context().newPage();
    await other.goto(`/posts/${idIn(one)}/edit`);
    await alive(other);
    await other.getByLabel('The words of the post').fill('The library is open at lunch and after school.');
    await other.getByRole('button', { name: 'Save and check' }).click();
    await other.waitForURL(/#notes$/);

    await one.getByLabel('The words of the post').fill('The library is open before school.');
    await expect(one.getByText('This post was saved elsewhere while you were writing')).toBeVisible();
    await expect(one.locator('main')).toContainText('The library is open at lunch and after school.');
    await expect(one.getByLabel('The words of the post')).toHaveValue('The library is open before school.');
    await one.getByRole('button', { name: 'Keep mine, and save it over theirs' }).click();
    await other.reload();
    await expect(other.getByLabel('The words of the post')).toHaveValue('The library is open before school.');
  });
});

/** A morning of the school, far enough ahead to be decided on first. */
const inTwoDays = async (page: Parameters<typeof idIn>[0]): Promise<string> =>
  page.evaluate(() => `${new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)}T09:00`);
