// Anybody at all, signed out: what the school shows the world, and nothing more.
import { feeds, linksOfFeed } from './stage/feeds.ts';
import { expect, test } from './stage/demo.ts';

const BOARD = '/schools/millrace';

test('the noticeboard, a notice at its permanent address, and nothing of those who work behind it', async ({
  page,
}) => {
  await page.goto(BOARD);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is new');
  const notices = page.getByRole('article');
  await expect(notices.filter({ hasText: 'counting what lives in the stream' })).toHaveCount(1);
  const picture = notices.getByRole('img', { name: 'A low weir between two trees' });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  await notices.filter({ hasText: 'midday supervisor' }).locator('a:has(time)').click();
  await expect(page).toHaveURL(/\/notices\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('article')).toContainText('five days a week in term time');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', page.url());

  // Neither drafts nor people, nor a way in for those who work there.
  await page.goto(BOARD);
  await expect(page.locator('body')).not.toContainText(
    /Booking for parents’ evening|Freya Dunn|Priya Raman|Ngozi Okafor|Approvals/,
  );
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
});

test('the three feeds are valid and tell the same', async ({ request }) => {
  const told = await Promise.all(feeds(BOARD).map(async (address) => linksOfFeed(await request.get(address))));
  expect(told[0]!.length).toBeGreaterThan(2);
  for (const links of told) expect(links).toEqual(told[0]);
});

test.describe('what is gone or not theirs', () => {
  test.use({ expectedErrors: [/status of 4(04|10)/] });

  test('a notice that was taken down says so, and its picture and words are gone', async ({ page, as, demo }) => {
    const tom = await as('Tom Ashworth');
    await tom.goto('/posts?show=ended');
    await tom.getByRole('link', { name: /Bikeability for Year 6/ }).click();
    await expect(tom.getByRole('heading', { level: 1 })).toContainText('Joel Whitlock');
    const post = await (await tom.request.get(`/api/posts/${tom.url().split('/').at(-1)}`)).json();
    const address: string = post.deliveries[0].permalink;

    const answer = await page.goto(new URL(address, demo.origin).href);
    expect(answer?.status()).toBe(410);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The school has taken this notice down');
    await expect(page.locator('body')).not.toContainText('Bikeability');
  });

  test('an address of nothing says so in plain words', async ({ page }) => {
    for (const address of [`${BOARD}/notices/01a1f840-5e18-7045-b708-688ab2900c6e`, '/schools/no-such-school']) {
      expect((await page.goto(address))?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
  });
});

test('the official accounts can be checked, by list and by address', async ({ page }) => {
  await page.goto(`${BOARD}/accounts`);
  const ours = page.getByRole('region', { name: 'Our accounts' });
  await expect(ours.getByRole('link', { name: '@millrace.example' })).toHaveAttribute(
    'href',
    'https://bsky.app/profile/millrace.example',
  );
  for (const [asked, answer] of [
    ['@millrace.example', 'Yes, that is ours'],
    ['@millrace-school.example', 'No, that is not ours'],
  ] as const) {
    await page.getByLabel(/Is an account really ours/).fill(asked);
    await page.getByRole('button', { name: 'Check' }).click();
    await expect(page.getByRole('status')).toContainText(answer);
  }
});

test('whoever is not signed in is asked to, and comes back to where they meant to go', async ({ page }) => {
  for (const address of [
    '/today',
    '/posts',
    '/people?search=Priya',
    '/approvals',
    '/accounts',
    '/policy',
    '/school',
    '/me',
  ]) {
    await page.goto(address);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(new URL(page.url()).searchParams.get('next')).toBe(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in as yourself');
  }
});
