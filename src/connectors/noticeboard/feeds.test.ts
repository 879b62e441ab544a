import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { isUnchanged, validatorsOf } from './feed-freshness.ts';
import { itemHtml, itemTitle } from './feed-words.ts';
import { feedAs, updatedAt, type Feed, type FeedItem } from './feeds.ts';

const id = (n: number) => `0197f4a0-0000-7000-8000-00000000000${n}`;
const item = (n: number, more: Partial<FeedItem> = {}): FeedItem => ({
  id: id(n),
  url: `https://gatepost.example/schools/millrace/news/${id(n)}`,
  words: `Notice ${n}`,
  publishedAt: `2026-11-1${n}T09:00:00Z`,
  removedAt: null,
  pictures: [],
  ...more,
});
const picture = (alt: string) => ({
  url: 'https://gatepost.example/p/1?size=full&v=2',
  contentType: 'image/jpeg',
  bytes: 1234,
  alt,
});
const feed = (...items: FeedItem[]): Feed => ({
  id: id(0),
  title: 'Millrace & Fairwater “news”',
  description: 'What Millrace Primary says in public',
  homeUrl: 'https://gatepost.example/schools/millrace',
  selfUrl: 'https://gatepost.example/schools/millrace/feed',
  openedAt: '2026-09-01T08:00:00Z',
  items,
});

const nasty =
  '<script>alert(1)</script> & “Fête” ]]> \u0007 Tom’s <b>5 > 3</b>\n\nSee https://millrace.example/?a=1&b=2.';

test('every format carries the same notice: words, permanent link, time, picture with its description', () => {
  const board = feed(
    item(2, { words: nasty, pictures: [picture('A "big" tent & <flags>'), picture('Bunting')] }),
    item(1),
  );
  const html = itemHtml(board.items[0]!);

  const rss = parseRssFeed(feedAs('rss', board));
  expect(rss).toMatchObject({
    title: board.title,
    link: board.homeUrl,
    lastBuildDate: 'Thu, 12 Nov 2026 09:00:00 GMT',
  });
  expect(rss.items?.[0]).toMatchObject({
    link: board.items[0]!.url,
    guid: { value: `urn:uuid:${id(2)}`, isPermaLink: false },
    pubDate: 'Thu, 12 Nov 2026 09:00:00 GMT',
    description: html,
    enclosures: [{ url: picture('').url, length: 1234, type: 'image/jpeg' }],
  });
  expect(rss.items?.[0]?.media?.contents?.map(({ description }) => description?.value)).toEqual([
    'A "big" tent & <flags>',
    'Bunting',
  ]);

  const atom = parseAtomFeed(feedAs('atom', board));
  expect(atom).toMatchObject({
    id: `urn:uuid:${id(0)}`,
    title: { value: board.title },
    updated: '2026-11-12T09:00:00.000Z',
  });
  expect(atom.entries?.[0]).toMatchObject({
    id: `urn:uuid:${id(2)}`,
    published: '2026-11-12T09:00:00.000Z',
    content: { value: html, type: 'html' },
  });
  expect(atom.entries?.[0]?.links?.map(({ rel, title }) => [rel, title])).toEqual([
    ['alternate', undefined],
    ['enclosure', 'A "big" tent & <flags>'],
    ['enclosure', 'Bunting'],
  ]);

  const text = feedAs('json', board);
  const json = parseJsonFeed(text);
  expect(JSON.parse(text)).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' });
  expect(json.items?.[0]).toMatchObject({
    id: `urn:uuid:${id(2)}`,
    url: board.items[0]!.url,
    content_html: html,
    attachments: [
      { mime_type: 'image/jpeg', size_in_bytes: 1234, title: 'A "big" tent & <flags>' },
      { title: 'Bunting' },
    ],
  });
  expect(json.items).toHaveLength(2);
});

test('nothing an author writes can act as markup, and links can be followed', () => {
  expect(itemHtml({ words: nasty, pictures: [{ url: 'https://a.example/"x', alt: '"><script>' }] })).toBe(
    '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; “Fête” ]]&gt;  Tom’s &lt;b&gt;5 &gt; 3&lt;/b&gt;</p>\n' +
      '<p>See <a href="https://millrace.example/?a=1&amp;b=2">https://millrace.example/?a=1&amp;b=2</a>.</p>\n' +
      '<p><img src="https://a.example/&quot;x" alt="&quot;&gt;&lt;script&gt;"></p>',
  );
});

test('what was taken down is in no feed, and readers are told that something changed', () => {
  const board = feed(item(2, { removedAt: '2026-11-19T15:00:00Z' }), item(1));
  for (const format of ['rss', 'atom', 'json'] as const) {
    const text = feedAs(format, board);
    expect(text).not.toContain('Notice 2');
    expect(text).not.toContain(id(2));
    expect(text).toContain('Notice 1');
  }
  expect(updatedAt(board)).toBe('2026-11-19T15:00:00Z');
});

test('an empty noticeboard is a feed too', () => {
  expect(parseRssFeed(feedAs('rss', feed()))).toMatchObject({ title: feed().title });
  expect(parseAtomFeed(feedAs('atom', feed()))).toMatchObject({ updated: '2026-09-01T08:00:00.000Z' });
  expect(JSON.parse(feedAs('json', feed()))).toMatchObject({ items: [] });
});

test('whatever was typed, every format can be read back and says the same', () => {
  const typed = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(typed, typed, (words, alt) => {
      const board = feed(item(1, { words, pictures: [picture(alt)] }));
      const html = itemHtml(board.items[0]!);
      expect(parseRssFeed(feedAs('rss', board)).items?.[0]?.description).toBe(html);
      expect(parseAtomFeed(feedAs('atom', board)).entries?.[0]?.content?.value).toBe(html);
      expect(parseJsonFeed(feedAs('json', board)).items?.[0]?.content_html).toBe(html);
    }),
    { numRuns: 40 },
  );
});

test('the title is the first line, cut after a whole word, and never empty', () => {
  expect(itemTitle('  Snow day\nWe are closed.')).toBe('Snow day');
  expect(itemTitle(`${'word '.repeat(30)}`)).toBe(`${'word '.repeat(15).trim()}…`);
  expect([...itemTitle('x'.repeat(200))]).toHaveLength(80);
  expect(itemTitle(' \u0007 ')).toBe('A picture');
});

const validators = validatorsOf('body', '2026-11-20T09:00:00.500Z');

test.each([
  ['nothing', null, null, false],
  ['the same tag', validators.etag, null, true],
  ['a weak form of the same tag among others', `"a", W/${validators.etag}`, null, true],
  ['any tag', '*', null, true],
  ['another tag, whatever the date', '"other"', 'Fri, 20 Nov 2026 10:00:00 GMT', false],
  ['the same second', null, 'Fri, 20 Nov 2026 09:00:00 GMT', true],
  ['an earlier second', null, 'Fri, 20 Nov 2026 08:59:59 GMT', false],
  ['no date at all', null, 'yesterday', false],
])('a reader that remembers %s', (_what, ifNoneMatch, ifModifiedSince, unchanged) => {
  expect(isUnchanged({ ifNoneMatch, ifModifiedSince }, validators)).toBe(unchanged);
});
