// What a machine finds wrong with a page as it stands: for whoever cannot see well, and on a screen of this width.
import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What is right is counted and no more: told in full, it would be many times what is wrong, and take as much longer. */
const WCAG: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
  selectors: false,
};

/** @returns barriers, things of one name, and what sticks out at the side; each in a line */
export async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (options) => {
    // A colour on its way from one to another is neither.
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const twins = ids.filter((id, at) => ids.indexOf(id) !== at);
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...twins.map((id) => `two things are called “${id}”`),
      ...violations.map(({ id, nodes }) => {
        const where = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160));
        return `${id}: ${where.join(' | ')}`;
      }),
      ...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} pixels wider than the window`] : []),
    ];
  }, WCAG);
}

/** What stands behind one tap counts as well. */
export const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLDetailsElement | HTMLDialogElement>('details, dialog'))
      one.open = true;
  });
