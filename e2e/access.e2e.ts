// Whoever cannot see well, cannot use a mouse, or has a small screen: every page there is, by machine and by keyboard.
import { gzipSync } from 'node:zlib';
import type { APIRequestContext, Page } from '@playwright/test';
import { alive, DESK, expect, PHONE, test } from './stage/demo.ts';
import { faultsOf, openAll } from './stage/faults.ts';
import { addressOf, allRoutes } from './stage/site-map.ts';

const SCRIPT_LIMIT = 60_000;

/** Before anybody signs in. */
const FOR_ANYBODY = /^\/(sign-in|join|recover|schools|set-up)/;
/** A demo is set up already, hands out no links and has no gallery: these are looked at in the journeys that come by them. */
const ELSEWHERE =
  /^\/$|^\/(set-up|join|recover|gallery)\b|^\/sign-in\/code$|^\/school\/sign-in\b|^\/people\/invitations\/\[round\]|^\/policy\/reviews\/\[|^\/trust\b/;
/** Kept by the system administrator, who is the office manager in the demo. */
const OF_THE_MACHINE = /^\/school\/(operation|mail)\b/;
/** Hundreds of alike things behind one tap each. */
const LONG = ['/reference'];
/** Also looked at in the dark. */
const MAIN = [
  '/today',
  '/posts/new',
  '/posts/[postId]',
  '/approvals/[postId]',
  '/accounts',
  '/people',
  '/policy',
  '/schools/[slug]',
  '/sign-in',
];

/** Looked at side by side; a page belongs to the first that it fits. */
const PARTS: Readonly<Record<string, RegExp>> = {
  'of the policy': /^\/policy\b/,
  'of people, of training and of oneself': /^\/(people|training|me)\b/,
  'of everything else': /^/,
};

test.describe.configure({ mode: 'parallel', timeout: 300_000 });

const partOf = (route: string) => Object.keys(PARTS).find((part) => PARTS[part]!.test(route))!;
const routes = Map.groupBy(
  allRoutes().filter((one) => !ELSEWHERE.test(one)),
  partOf,
);

for (const part of Object.keys(PARTS)) {
  test(`every page ${part}: no fault that a machine finds, no scrolling sideways, at a desk and on a telephone`, async ({
    as,
    demo,
    watch,
  }) => {
    const staff = await as('Ngozi Okafor');
    const keeper = await as('Tom Ashworth');
    const context = await demo.open();
    watch(context);
    const anybody = await context.newPage();
    const places = await placesOf(staff.request);
    const weights = new Map<string, number>();
    const faults: string[] = [];
    for (const route of routes.get(part)!) {
      const page = FOR_ANYBODY.test(route) ? anybody : OF_THE_MACHINE.test(route) ? keeper : staff;
      const look = async (where: string) => {
        for (const fault of await faultsOf(page)) faults.push(`${route} ${where}: ${fault}`);
      };
      await page.setViewportSize(DESK);
      const answer = await page.goto(addressOf(route, places));
      expect(answer?.status(), route).toBe(200);
      if (!LONG.includes(route)) await openAll(page);
      await look('at a desk');
      const bytes = await scriptOf(page, weights);
      if (bytes > SCRIPT_LIMIT) faults.push(`${route}: ${bytes} bytes of script`);
      await page.setViewportSize(PHONE);
      await look('on a telephone');
      if (!MAIN.includes(route)) continue;
      await page.setViewportSize(DESK);
      await page.emulateMedia({ colorScheme: 'dark' });
      await look('in the dark');
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await context.close();
    expect(faults).toEqual([]);
  });
}

test('from signing in to signing out with the keyboard alone', async ({ as }) => {
  const page = await as('Priya Raman');
  await alive(page);
  await press(page, 'Skip to the content');
  await expect(page.locator('main')).toBeFocused();

  await page.goto('/today');
  await press(page, 'New post');
  await expect(page).toHaveURL(/\/posts\/new$/);
  await alive(page);
  await reach(page, 'The words of the post');
  await page.keyboard.type('We sang in the hall.');
  await reach(page, /^Millrace noticeboard/);
  await page.keyboard.press('Space');
  await reach(page, 'What kind of post is it?');
  await page.keyboard.type('Celebration');
  await reach(page, 'What was achieved');
  await page.keyboard.type('A concert');
  await reach(page, /anybody may find these words/);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: /^Send to / })).toBeVisible();
  await press(page, /^Send to /);
  await expect(page).toHaveURL(/\/posts\/[0-9a-f-]{36}$/);
  await expect(page.locator('main')).toContainText('Waiting');
});

/** Presses Tab until that has the focus, and sees at each step where the focus is. */
async function reach(page: Page, name: string | RegExp): Promise<void> {
  for (let steps = 0; steps < 90; steps += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    expect(await unseen(page)).toBe('');
    const found = ['link', 'button', 'textbox', 'checkbox', 'combobox', 'radio'] as const;
    for (const role of found) {
      if (
        (await page
          .getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) })
          .and(focused)
          .count()) > 0
      )
        return;
    }
  }
  throw new Error(`The keyboard never reaches ${name}.`);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await reach(page, name);
  await page.keyboard.press('Enter');
}

/** Nothing is wrong where something changes its looks with the focus, and what has it stands within the window. */
const unseen = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return '';
    const around = [at, at.parentElement, at.parentElement?.parentElement, at.closest('label')].filter(
      (one) => one !== null && one !== undefined,
    );
    const looks = () =>
      around.map((one) => {
        const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(one);
        return [outline, boxShadow, borderColor, backgroundColor].join();
      });
    const { top, bottom } = at.getBoundingClientRect();
    const focused = looks().join();
    at.blur();
    const left = looks().join();
    at.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
    if (focused === left) return `Nothing is drawn round ${at.outerHTML.slice(0, 200)}`;
    return bottom > 0 && top < innerHeight ? '' : `Out of sight: ${at.outerHTML.slice(0, 200)}`;
  });

/** @param weights of modules that other pages loaded too @returns the bytes of every module that the page has loaded by itself */
async function scriptOf(page: Page, weights: Map<string, number>): Promise<number> {
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const scripts = [...new Set(names.filter((name) => name.endsWith('.js')))];
  for (const address of scripts.filter((one) => !weights.has(one)))
    weights.set(address, gzipSync(await (await page.request.get(address)).body()).length);
  return scripts.reduce((sum, address) => sum + weights.get(address)!, 0);
}

/** For each route with a parameter, a page of it that has much to show. */
async function placesOf(api: APIRequestContext): Promise<Record<string, string>> {
  const read = async (path: string) => (await api.get(`/api${path}`)).json();
  const [{ posts }, { accounts }, { people }, { guidance }, { departures }, { drafts }, { adoptions }, board] =
    await Promise.all([
      read('/posts'),
      read('/accounts'),
      read('/people'),
      read('/training/plan'),
      read('/policy/departures'),
      read('/policy/drafts'),
      read('/adoptions'),
      (await api.get('/schools/millrace/feed.json')).json(),
    ]);
  const post = (words: string): string => posts.find((one: { words: string }) => one.words.includes(words)).id;
  const draft = `/policy/drafts/${drafts.find((one: { state: string }) => one.state === 'draft').id}`;
  return {
    '/posts/[postId]': `/posts/${post('Booking for parents’ evening')}`,
    '/posts/[postId]/edit': `/posts/${post('Booking for parents’ evening')}/edit`,
    '/posts/[postId]/by-hand': `/posts/${post('Nursery open morning')}/by-hand`,
    '/approvals/[postId]': `/approvals/${post('Thank you to Freya Dunn')}`,
    '/accounts/[accountId]': `/accounts/${accounts[0].id}`,
    '/accounts/[accountId]/change': `/accounts/${accounts[0].id}/change`,
    '/people/[id]': `/people/${people[0].id}`,
    '/policy/settings/[settingId]': '/policy/settings/content.toneWords',
    '/policy/compare': '/policy/compare?from=in-force&to=model:starter',
    '/policy/drafts/[draftId]': draft,
    '/policy/drafts/[draftId]/about': `${draft}/about`,
    '/policy/drafts/[draftId]/changes': `${draft}/changes`,
    '/policy/drafts/[draftId]/match': `${draft}/match`,
    '/policy/drafts/[draftId]/settings': `${draft}/settings`,
    '/policy/drafts/[draftId]/settings/[settingId]': `${draft}/settings/approval.secondReader`,
    '/policy/drafts/[draftId]/clauses/[clauseId]': `${draft}/clauses/TP-35`,
    '/policy/adoption/[adoptionId]': `/policy/adoption/${adoptions[0].id}`,
    '/policy/departures/[departureId]': `/policy/departures/${departures[0].id}`,
    '/may-i': '/may-i?q=May+I+post+a+photo+of+a+pupil',
    '/policy/evidence/[clauseId]': '/policy/evidence/TP-46',
    '/policy/evidence/[clauseId]/entries': '/policy/evidence/TP-46/entries',
    '/training/[moduleId]': '/training/runner-role',
    '/training/manage/[moduleId]': '/training/manage/privacy-self-protection',
    '/training/read/[issueId]': `/training/read/${guidance.find((one: { last: unknown }) => one.last !== null).last.issueId}`,
    // Nobody has set a provider up in the demo: what is looked at says so. The rest is looked at in the journey of providers.
    '/sign-in/with/[providerId]': '/sign-in/with/none',
    '/sign-in/back/[providerId]': '/sign-in/back/none',
    '/schools/[slug]': '/schools/millrace',
    '/schools/[slug]/accounts': '/schools/millrace/accounts',
    '/schools/[slug]/policy': '/schools/millrace/policy?q=pictures',
    '/schools/[slug]/notices/[noticeId]': new URL(board.items[0].url).pathname,
  };
}
