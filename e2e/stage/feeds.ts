// The feeds of a noticeboard, read as a feed reader would.
import type { APIResponse } from '@playwright/test';
import { parseFeed } from 'feedsmith';
import { expect } from '#test/browser/journey.ts';

export const feeds = (board: string): string[] =>
  ['rss.xml', 'atom.xml', 'feed.json'].map((name) => `${board}/${name}`);

/** What each notice links to, the newest first. @throws when a feed reader could not read it */
export async function linksOfFeed(answer: APIResponse): Promise<(string | undefined)[]> {
  expect(answer.status()).toBe(200);
  const { format, feed } = parseFeed(await answer.text());
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map(({ link }) => link);
    case 'atom':
      return (feed.entries ?? []).map(
        ({ links }) => links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
      );
    case 'json':
      return (feed.items ?? []).map(({ url }) => url);
    default:
      throw new Error(`This is no feed but ${format}.`);
  }
}
