// The kinds of platform every school starts with. Limits and addresses change: each says where it was read, and when.
import type { Counting } from './words-length.ts';

export const PLATFORM_KINDS = [
  'social-network',
  'photo-video',
  'messaging',
  'blog',
  'wiki',
  'forum',
  'bulletin-board',
  /** The school's own pages: its noticeboard and its website. */
  'own-site',
  'other',
] as const;
export type PlatformKind = (typeof PLATFORM_KINDS)[number];
export type PlatformConnector = 'noticeboard' | 'by-hand';

export interface CatalogueEntry {
  /** Stable word; also the name by which a policy speaks of the platform. */
  readonly key: string;
  readonly name: string;
  readonly kind: PlatformKind;
  readonly connector: PlatformConnector;
  readonly wordsLimit: number | null;
  readonly counting: Counting;
  /** `{words}` stands for the post, `{host}` for the site that the account lives on. */
  readonly composerUrl: string;
  /** Sites on which its posts live; none where each account has a site of its own. */
  readonly hosts: readonly string[];
  readonly source: string;
  readonly checkedOn: string | null;
  /** Closed down or renamed: old accounts can be recorded, new ones cannot. */
  readonly retired: boolean;
}

const entry = (
  key: string,
  name: string,
  kind: PlatformKind,
  more: Partial<Omit<CatalogueEntry, 'key' | 'name' | 'kind'>> = {},
): CatalogueEntry => ({
  key,
  name,
  kind,
  connector: 'by-hand',
  wordsLimit: null,
  counting: 'characters',
  composerUrl: '',
  hosts: [],
  source: '',
  checkedOn: null,
  retired: false,
  ...more,
});

export const catalogue: readonly CatalogueEntry[] = [
  entry('noticeboard', 'School noticeboard', 'own-site', { connector: 'noticeboard' }),
  entry('website', 'School website', 'own-site'),
  entry('facebook', 'Facebook', 'social-network', {
    wordsLimit: 63_206,
    composerUrl: 'https://www.facebook.com/',
    hosts: ['facebook.com', 'fb.com', 'fb.watch'],
    source: 'docs.upload-post.com/resources/character-limits',
    checkedOn: '2026-11-20',
  }),
  entry('instagram', 'Instagram', 'photo-video', {
    wordsLimit: 2_200,
    composerUrl: 'https://www.instagram.com/',
    hosts: ['instagram.com'],
    source: 'docs.upload-post.com/resources/character-limits',
    checkedOn: '2026-11-20',
  }),
  entry('threads', 'Threads', 'social-network', {
    wordsLimit: 500,
    composerUrl: 'https://www.threads.com/intent/post?text={words}',
    hosts: ['threads.com', 'threads.net'],
    source: 'developers.facebook.com/documentation/threads/posts',
    checkedOn: '2026-11-20',
  }),
  entry('x', 'X (Twitter)', 'social-network', {
    wordsLimit: 280,
    counting: 'weighted',
    composerUrl: 'https://x.com/intent/post?text={words}',
    hosts: ['x.com', 'twitter.com'],
    source: 'docs.x.com/fundamentals/counting-characters (paid accounts may write more)',
    checkedOn: '2026-11-20',
  }),
  entry('bluesky', 'Bluesky', 'social-network', {
    wordsLimit: 300,
    counting: 'graphemes',
    composerUrl: 'https://bsky.app/intent/compose?text={words}',
    hosts: ['bsky.app'],
    source: 'docs.bsky.app/docs/advanced-guides/intent-links',
    checkedOn: '2026-11-20',
  }),
  entry('mastodon', 'Mastodon', 'social-network', {
    wordsLimit: 500,
    composerUrl: 'https://{host}/share?text={words}',
    source: 'developers.buffer.com/guides/character-limits (a server may set its own)',
    checkedOn: '2026-11-20',
  }),
  entry('linkedin', 'LinkedIn', 'social-network', {
    wordsLimit: 3_000,
    composerUrl: 'https://www.linkedin.com/feed/',
    hosts: ['linkedin.com', 'lnkd.in'],
    source: 'developers.buffer.com/guides/character-limits',
    checkedOn: '2026-11-20',
  }),
  entry('youtube', 'YouTube', 'photo-video', {
    wordsLimit: 5_000,
    composerUrl: 'https://studio.youtube.com/',
    hosts: ['youtube.com', 'youtu.be'],
    source: 'developers.buffer.com/guides/character-limits (a video’s description)',
    checkedOn: '2026-11-20',
  }),
  entry('tiktok', 'TikTok', 'photo-video', {
    wordsLimit: 2_200,
    composerUrl: 'https://www.tiktok.com/upload',
    hosts: ['tiktok.com'],
    source: 'developers.buffer.com/guides/character-limits (a video’s caption)',
    checkedOn: '2026-11-20',
  }),
  entry('snapchat', 'Snapchat', 'photo-video', { composerUrl: 'https://my.snapchat.com/', hosts: ['snapchat.com'] }),
  entry('whatsapp', 'WhatsApp channel or group', 'messaging', {
    composerUrl: 'https://web.whatsapp.com/',
    hosts: ['whatsapp.com'],
  }),
  entry('blog', 'Blog', 'blog'),
  entry('wiki', 'Wiki', 'wiki'),
  entry('forum', 'Forum', 'forum'),
  entry('bulletin-board', 'Bulletin board', 'bulletin-board'),
  entry('bebo', 'Bebo', 'social-network', { hosts: ['bebo.com'], retired: true }),
  entry('myspace', 'Myspace', 'social-network', { hosts: ['myspace.com'], retired: true }),
  entry('other', 'Other', 'other'),
];
