// Playwright's `test` with our house rule in it: an error on the browser's console that nobody expected fails the journey.
import { expect, test as base, type BrowserContext } from '@playwright/test';

export { expect };

interface HouseRules {
  /** Errors that this journey provokes on purpose: `test.use({ expectedErrors: [/status of 403/] })`. */
  expectedErrors: RegExp[];
  /** Watches a further context, such as a second person's; the first one is watched without asking. */
  watch: (context: BrowserContext) => void;
}

export const test = base.extend<HouseRules>({
  expectedErrors: [[], { option: true }],
  watch: [
    async ({ context, expectedErrors }, use) => {
      const heard: string[] = [];
      const watch = (one: BrowserContext): void => {
        one.on('console', (message) => {
          if (message.type() === 'error') heard.push(`${message.text()} (${message.location().url})`);
        });
        one.on('weberror', (error) => void heard.push(String(error.error())));
      };
      watch(context);
      await use(watch);
      expect(heard.filter((text) => !expectedErrors.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});
