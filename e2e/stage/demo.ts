// The stage of most journeys: a running demo for all that run one after another, and its invented people, each in a browser of their own.
import { rm } from 'node:fs/promises';
import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { expect, test as journey } from '#test/browser/journey.ts';
import { startProduct, type Product } from '#test/browser/product.ts';
import { filledDemo } from './filled-demo.ts';

export { expect };

type Session = Exclude<BrowserContextOptions['storageState'], undefined>;

export interface Demo extends Product {
  /** The sign-in link of somebody, as it stood on the screen. */
  linkOf(name: string): string;
  /** A browser of its own, signed out unless told otherwise. */
  open(browser?: BrowserContextOptions): Promise<BrowserContext>;
  /** Who has signed in already: a further use of a link would end the session before. */
  readonly sessions: Map<string, Session>;
}

interface Stage {
  /** Somebody of the demo, signed in, in a browser of their own. */
  as: (name: string, browser?: BrowserContextOptions) => Promise<Page>;
}

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

export const test = journey.extend<Stage, { demo: Demo }>({
  demo: [
    async ({ browser }, use, { project }) => {
      const dataDir = await filledDemo(project.outputDir);
      const product = await startProduct({ command: 'demo', dataDir });
      const linkOf = (name: string): string => {
        const found = new RegExp(`^ +${name}, .*\\n +(http\\S+)`, 'm').exec(product.said());
        if (!found) throw new Error(`The demo names no ${name}:\n${product.said()}`);
        return found[1]!;
      };
      const open = (options: BrowserContextOptions = {}) =>
        browser.newContext({ baseURL: product.origin, viewport: DESK, ...options });
      await use({ ...product, linkOf, open, sessions: new Map() });
      await product.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ demo }, use) => use(demo.origin),
  as: async ({ demo, watch }, use) => {
    const pages: Page[] = [];
    await use(async (name, options = {}) => {
      const known = demo.sessions.get(name);
      const context = await demo.open({ ...(known === undefined ? {} : { storageState: known }), ...options });
      watch(context);
      const page = await context.newPage();
      pages.push(page);
      await page.goto(known === undefined ? demo.linkOf(name) : '/today');
      await expect(page).toHaveURL(/\/today$/);
      demo.sessions.set(name, await context.storageState());
      return page;
    });
    for (const page of pages) await page.context().close();
  },
});

/** Until script has taken the page over: only then does what it draws answer to a click. */
export const alive = (page: Page): Promise<void> => page.waitForLoadState('networkidle');
