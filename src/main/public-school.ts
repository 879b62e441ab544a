// The public side of a school: whose address it is, as a visitor who sees only what is published, with its feeds and pictures.
import { FEED_TYPES, feedAs, updatedAt, type Feed, type FeedFormat } from '#connectors/noticeboard/feeds.ts';
import { isUnchanged, validatorsOf } from '#connectors/noticeboard/feed-freshness.ts';
import type { Features } from '#features/index.ts';
import { openPicture } from '#features/media/index.ts';
import { visitor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import { addressGroup } from '#sign-in/lock-out.ts';
import type { Api } from '#kernel/registry.ts';
import type { App } from './compose.ts';

type Parts = Pick<App, 'database' | 'as' | 'ports' | 'origin'>;

export interface PublicSchool {
  readonly id: string;
  /** Every public action, as anybody at all. */
  readonly api: Api<Features>;
}

export interface PublicFeed {
  readonly body: string;
  readonly contentType: string;
  readonly etag: string;
  readonly lastModified: string;
  /** The reader has this very text already. */
  readonly unchanged: boolean;
}

export interface PublicPicture {
  readonly body: AsyncIterable<Uint8Array>;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface PublicSchools {
  /**
   * @param from network address of whoever asks: what is limited is counted for each of them
   * @throws not-found when no school has this address
   */
  at(slug: string, from?: string): Promise<PublicSchool>;
  feed(slug: string, format: FeedFormat, ifNoneMatch: string | null): Promise<PublicFeed>;
  /** Only a picture of a notice that stands on the board today. */
  picture(slug: string, mediaId: string): Promise<PublicPicture>;
}

export const FEED_PATHS: Readonly<Record<FeedFormat, string>> = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' };

/** What may be the name of a school in an address; anything else is not even looked for. */
const SLUG = /^[a-z0-9-]{2,60}$/;

export function createPublicSchools({ database, as, ports, origin }: Parts): PublicSchools {
  const at = async (slug: string, from?: string): Promise<PublicSchool> => {
    if (!SLUG.test(slug)) throw fail.notFound('school');
    const { rows } = await database.app.query<{ id: string | null }>('select app.school_by_slug($1) as id', [slug]);
    const id = rows[0]?.id;
    if (!id) throw fail.notFound('school');
    return { id, api: as(visitor(id, from && addressGroup(from))) };
  };

  return {
    at,
    async feed(slug, format, ifNoneMatch) {
      const { api } = await at(slug);
      const [front, { notices }] = await Promise.all([api.schools.readFront({}), api.posts.readNoticeboard({})]);
      const home = `${origin}/schools/${slug}`;
      const feed: Feed = {
        id: front.id,
        title: front.name,
        description: `What ${front.name} has published.`,
        homeUrl: home,
        selfUrl: `${home}/${FEED_PATHS[format]}`,
        openedAt: madeAt(front.id),
        items: notices.map((notice) => ({
          ...notice,
          url: `${home}/notices/${notice.id}`,
          pictures: notice.pictures.map(({ mediaId, ...picture }) => ({
            ...picture,
            url: `${home}/pictures/${mediaId}`,
          })),
        })),
      };
      const body = feedAs(format, feed);
      const validators = validatorsOf(body, updatedAt(feed));
      // Of the conditions only the tag counts: a take-down may set the newest date back.
      const unchanged = isUnchanged({ ifNoneMatch, ifModifiedSince: null }, validators);
      return { body, contentType: FEED_TYPES[format], ...validators, unchanged };
    },
    async picture(slug, mediaId) {
      const { id, api } = await at(slug);
      const media = await api.media.readPublished({ mediaId });
      return { ...media, body: await openPicture(ports, id, media, 'full') };
    },
  };
}

/** An id of ours (UUID v7, RFC 9562) begins with the millisecond at which it was made. */
const madeAt = (id: string): string =>
  Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toString();
