// What people do again and again in these journeys: write, send, decide.
import type { Page } from '@playwright/test';
import { expect } from '#test/browser/journey.ts';
import { alive } from './demo.ts';

export interface Draft {
  readonly words: string;
  /** As the composer names them: `Millrace noticeboard`. */
  readonly on: string;
  /** `2026-12-01T09:00`; without it, as soon as it may. */
  readonly at?: string;
}

/** Writes a celebration until nothing is left to do but what the words themselves ask for. @returns the post's id */
export async function write(page: Page, { words, on, at }: Draft): Promise<string> {
  await page.goto('/posts/new');
  await alive(page);
  await page.getByLabel('The words of the post').fill(words);
  await page.getByRole('checkbox', { name: new RegExp(`^${on}`) }).check();
  await page.getByLabel('What kind of post is it?').selectOption({ label: 'Celebration or success' });
  await page.getByLabel('What was achieved').fill('A morning well spent');
  await page.getByRole('checkbox', { name: /anybody may find these words/ }).check();
  if (at !== undefined) {
    await page.getByRole('radio', { name: /At a time I choose/ }).check();
    await page.getByLabel('Day and time').fill(at);
  }
  await page.waitForURL(/\/posts\/[0-9a-f-]{36}\/edit$/);
  return idIn(page);
}

/** Sends what is written, once the gate says to whom. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send to / }).click();
  await expect(page).toHaveURL(/\/posts\/[0-9a-f-]{36}$/);
  await expect(page.locator('main')).toContainText('Waiting');
}

export async function approve(page: Page, postId: string): Promise<void> {
  await page.goto(`/approvals/${postId}`);
  for (const yes of await page.getByRole('radio', { name: 'Yes' }).all()) await yes.check();
  await page.getByRole('radio', { name: /^Approve it/ }).check();
  await page.getByRole('button', { name: /Approve: it goes out/ }).click();
  await expect(page).toHaveURL(new RegExp(`/posts/${postId}`));
}

export const idIn = (page: Page): string => /[0-9a-f-]{36}/.exec(page.url())![0];
