// The page as it stands has no fault that a machine finds, on a telephone and at a desk.
import type { Page } from '@playwright/test';
import { expect } from '#test/browser/journey.ts';
import { DESK, PHONE } from './demo.ts';
import { faultsOf } from './faults.ts';

export async function sound(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    expect(await faultsOf(page), `${page.url()} at a width of ${size.width}`).toEqual([]);
  }
  if (before) await page.setViewportSize(before);
}
