// The stage of those who begin with nothing: an installation of their own, and a school set up in it by the form that its link opens.
import type { APIRequestContext, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { expect, test as journey } from '#test/browser/journey.ts';
import { startProduct, type Product } from '#test/browser/product.ts';
import { DESK } from './demo.ts';

export { expect };

interface Installation extends Product {
  /** A browser of its own, signed out. */
  open(browser?: BrowserContextOptions): Promise<BrowserContext>;
}

interface Stage {
  /** A further browser: another person, or another device. */
  newcomer: (browser?: BrowserContextOptions) => Promise<Page>;
}

export const test = journey.extend<Stage, { whose: string; installation: Installation }>({
  /** Each file names itself here, and so gets an installation of its own. */
  whose: ['nobody', { option: true, scope: 'worker' }],
  installation: [
    async ({ browser }, use) => {
      const product = await startProduct();
      const open = (options: BrowserContextOptions = {}) =>
        browser.newContext({ baseURL: product.origin, viewport: DESK, ...options });
      await use({ ...product, open });
      await product.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ installation }, use) => use(installation.origin),
  newcomer: async ({ installation, watch }, use) => {
    const pages: Page[] = [];
    await use(async (options = {}) => {
      const context = await installation.open(options);
      watch(context);
      pages.push(await context.newPage());
      return pages.at(-1)!;
    });
    for (const page of pages) await page.context().close();
  },
});

export const HEAD = {
  firstName: 'Ngozi',
  lastName: 'Okafor',
  email: 'head@millrace.example',
  password: 'copper lantern drifts sideways',
};

/** Answers the first two pages of set-up at once, as the second of them sends them. The browser is signed in after it. */
export async function setUp(
  request: APIRequestContext,
  { origin, setUpLink }: Product,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { password, ...you } = HEAD;
  const fields = {
    trust: '',
    model: 'tpat',
    'school.name': 'Millrace Primary School',
    'school.shortName': 'Millrace',
    'school.phase': 'primary',
    'school.division': 'england-and-wales',
    ...Object.fromEntries(Object.entries(you).map(([name, value]) => [`you.${name}`, value])),
    'you.jobTitle': 'Headteacher',
    'responsibilities[]': 'headteacher',
    password,
    ...more,
  };
  const answer = await request.post(`${setUpLink}?/finish`, {
    form: fields,
    headers: { origin, accept: 'text/html' },
    maxRedirects: 0,
  });
  expect(answer.status(), await answer.text()).toBe(303);
}

export async function signIn(
  page: Page,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Work e-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Somebody who works at the school, entered by whoever keeps the directory; their page is open afterwards. */
export async function addToDirectory(keeper: Page, firstName: string, lastName: string, email: string): Promise<void> {
  await keeper.goto('/people/add');
  await keeper.getByLabel('First name', { exact: true }).fill(firstName);
  await keeper.getByLabel('Last name').fill(lastName);
  await keeper.getByLabel(/e-mail/i).fill(email);
  await keeper.locator('input[value=staff]').check();
  await keeper.getByRole('button', { name: 'Add to the directory' }).click();
}
