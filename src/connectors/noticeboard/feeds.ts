// The noticeboard as feeds: RSS 2.0, Atom 1.0 (RFC 4287) and JSON Feed 1.1, all from the same neutral items.
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { itemHtml, itemTitle, readable } from './feed-words.ts';

export interface FeedPicture {
  readonly url: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly alt: string;
}

export interface FeedItem {
  /** Never changes, whatever happens to the address. */
  readonly id: string;
  /** Where it can be read for good. */
  readonly url: string;
  readonly words: string;
  /** ISO 8601, as are all times here. */
  readonly publishedAt: string;
  /** Set once it was taken down: it is then in no feed. */
  readonly removedAt: string | null;
  readonly pictures: readonly FeedPicture[];
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly homeUrl: string;
  /** The address of the very feed that is asked for. */
  readonly selfUrl: string;
  /** Since when there is a noticeboard: an empty feed too has a time. */
  readonly openedAt: string;
  /** Newest first; removed ones may stand among them. */
  readonly items: readonly FeedItem[];
}

export type FeedFormat = 'rss' | 'atom' | 'json';

export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

const LANGUAGE = 'en-GB';

export function feedAs(format: FeedFormat, feed: Feed): string {
  const shown = { ...feed, items: feed.items.filter((item) => item.removedAt === null) };
  const updated = updatedAt(feed);
  return { rss: asRss, atom: asAtom, json: asJson }[format](shown, updated);
}

/** When anything last changed: a take-down is a change too. */
export function updatedAt({ items, openedAt }: Pick<Feed, 'items' | 'openedAt'>): string {
  const instants = items.flatMap(({ publishedAt, removedAt }) => [publishedAt, removedAt ?? publishedAt]);
  return [openedAt, ...instants]
    .map((text) => Temporal.Instant.from(text))
    .reduce((latest, instant) => (Temporal.Instant.compare(instant, latest) > 0 ? instant : latest))
    .toString();
}

const urn = (id: string): string => `urn:uuid:${id}`;

function asRss(feed: Feed, updated: string): string {
  return generateRssFeed({
    title: readable(feed.title),
    link: feed.homeUrl,
    description: readable(feed.description),
    language: LANGUAGE,
    lastBuildDate: updated,
    atom: { links: [{ href: feed.selfUrl, rel: 'self', type: 'application/rss+xml' }] },
    items: feed.items.map((item) => ({
      title: itemTitle(item.words),
      link: item.url,
      guid: { value: urn(item.id), isPermaLink: false },
      pubDate: item.publishedAt,
      description: itemHtml(item),
      // RSS knows one file to an item; all of them are in the description and in `media`
      ...(item.pictures[0] ? { enclosures: [enclosureOf(item.pictures[0])] } : {}),
      media: {
        contents: item.pictures.map((picture) => ({
          url: picture.url,
          type: picture.contentType,
          medium: 'image',
          fileSize: picture.bytes,
          description: { value: readable(picture.alt), type: 'plain' },
        })),
      },
    })),
  });
}

const enclosureOf = ({ url, bytes, contentType }: FeedPicture) => ({ url, length: bytes, type: contentType });

function asAtom(feed: Feed, updated: string): string {
  return generateAtomFeed({
    id: urn(feed.id),
    title: { value: readable(feed.title), type: 'text' },
    subtitle: { value: readable(feed.description), type: 'text' },
    updated,
    authors: [{ name: readable(feed.title) }],
    links: [
      { href: feed.selfUrl, rel: 'self', type: 'application/atom+xml' },
      { href: feed.homeUrl, rel: 'alternate', type: 'text/html' },
    ],
    xml: { lang: LANGUAGE },
    entries: feed.items.map((item) => ({
      id: urn(item.id),
      title: { value: itemTitle(item.words), type: 'text' },
      published: item.publishedAt,
      updated: item.publishedAt,
      content: { value: itemHtml(item), type: 'html' },
      links: [
        { href: item.url, rel: 'alternate', type: 'text/html' },
        ...item.pictures.map(({ url, contentType, bytes, alt }) => ({
          href: url,
          rel: 'enclosure',
          type: contentType,
          length: bytes,
          title: readable(alt),
        })),
      ],
    })),
  });
}

function asJson(feed: Feed): string {
  const document = generateJsonFeed({
    title: readable(feed.title),
    description: readable(feed.description),
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrl,
    language: LANGUAGE,
    items: feed.items.map((item) => ({
      id: urn(item.id),
      url: item.url,
      title: itemTitle(item.words),
      content_html: itemHtml(item),
      content_text: readable(item.words),
      date_published: item.publishedAt,
      attachments: item.pictures.map(({ url, contentType, bytes, alt }) => ({
        url,
        mime_type: contentType,
        size_in_bytes: bytes,
        title: readable(alt),
      })),
    })),
  });
  // the format asks for a list even where there is nothing in it
  return JSON.stringify({ items: [], ...(document as object) });
}
