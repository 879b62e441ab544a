// Publishing by hand: what a person needs to put a post out on a platform themselves, and whether the link they bring back can be it.
import type { Payload } from '#features/posts/ports.ts';

export interface HandPlatform {
  readonly name: string;
  /** `{words}` stands for the post, `{host}` for the site that the account lives on. */
  readonly composerUrl: string;
  readonly hosts: readonly string[];
}

export interface HandAccount {
  readonly name: string;
  readonly address: string;
}

export interface HandKit {
  /** To copy, exactly as approved. */
  readonly words: string;
  readonly pictures: readonly { readonly mediaId: string; readonly fileName: string; readonly alt: string }[];
  /** Where to begin; empty where the platform has no address of its own. */
  readonly composerUrl: string;
  /** The words already stand in the composer when it opens. */
  readonly wordsFilledIn: boolean;
}

/** Longer addresses are cut off by some browsers and servers on the way. */
const LONGEST_ADDRESS = 2_000;

/** @param contentTypes of the pictures, by media id */
export function handKit(
  platform: HandPlatform,
  account: HandAccount,
  payload: Payload,
  contentTypes: ReadonlyMap<string, string>,
): HandKit {
  const { pictures, words } = payload;
  return {
    words,
    pictures: pictures.map(({ mediaId, alt }, index) => ({
      mediaId,
      fileName: fileName(index + 1, pictures.length, contentTypes.get(mediaId)),
      alt,
    })),
    ...composer(platform, account, words),
  };
}

function composer(
  platform: HandPlatform,
  account: HandAccount,
  words: string,
): Pick<HandKit, 'composerUrl' | 'wordsFilledIn'> {
  const host = urlOf(account.address)?.host;
  const template = platform.composerUrl;
  if (template === '' || (template.includes('{host}') && host === undefined)) {
    return { composerUrl: account.address, wordsFilledIn: false };
  }
  const place = template.replace('{host}', host ?? '');
  const filled = place.replace('{words}', () => encodeURIComponent(words.toWellFormed()));
  if (filled.length <= LONGEST_ADDRESS) return { composerUrl: filled, wordsFilledIn: place.includes('{words}') };
  return { composerUrl: place.slice(0, place.indexOf('?')), wordsFilledIn: false };
}

function fileName(n: number, of: number, contentType: string | undefined): string {
  const ending = contentType === 'image/png' ? 'png' : 'jpg';
  return of === 1 ? `picture.${ending}` : `picture-${n}-of-${of}.${ending}`;
}

export type PermalinkAnswer =
  | { readonly ok: true; readonly permalink: string }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly remedy: string };

const no = (code: string, message: string, remedy: string): PermalinkAnswer => ({ ok: false, code, message, remedy });

/** Added on the way by whoever shared the link; says nothing about the post. */
const TRACKING = /^(?:utm_.*|fbclid|igsh|igshid|xmt|__cft__.*|__tn__)$/;

/** Can this be the address of the post on that account? It says nothing of whether the post is still there. */
export function checkPermalink(pasted: string, platform: HandPlatform, account: HandAccount): PermalinkAnswer {
  const url = urlOf(pasted.trim());
  const copyIt = `Open the post on ${platform.name}, copy its own link and paste it here.`;
  if (!url || pasted.length > LONGEST_ADDRESS) {
    return no('not-a-link', 'This is not a complete link.', copyIt);
  }
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    return no('not-https', 'A link to a post begins with https:// and holds no password.', copyIt);
  }
  const hosts = hostsOf(platform, account);
  if (hosts.length > 0 && !hosts.some((host) => url.host === host || url.host.endsWith(`.${host}`))) {
    return no('other-site', `This link leads to ${url.host}, not to ${account.name} on ${platform.name}.`, copyIt);
  }
  if (leadsToComposer(url, platform, account)) {
    return no('composer', 'This is the page where a post is written, not the post.', copyIt);
  }
  if (url.pathname === '/' && url.search === '') {
    return no('front-page', 'This is the front page of the site, not the post.', copyIt);
  }
  if (sameAddress(url, urlOf(account.address))) {
    return no('account-page', 'This is the page of the account, not the post.', copyIt);
  }
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  return { ok: true, permalink: url.toString() };
}

function hostsOf(platform: HandPlatform, account: HandAccount): string[] {
  const own = urlOf(account.address)?.host.replace(/^www\./, '');
  return [...platform.hosts, ...(own === undefined ? [] : [own])];
}

function leadsToComposer(url: URL, platform: HandPlatform, account: HandAccount): boolean {
  const composerUrl = urlOf(composer(platform, account, '').composerUrl);
  return (
    composerUrl !== null &&
    composerUrl.pathname !== '/' &&
    platform.composerUrl !== '' &&
    sameAddress(url, composerUrl, false)
  );
}

function sameAddress(one: URL, other: URL | null, withSearch = true): boolean {
  const bare = ({ host, pathname, search }: URL) =>
    `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${withSearch ? search : ''}`;
  return other !== null && bare(one).toLowerCase() === bare(other).toLowerCase();
}

const urlOf = (text: string): URL | null => URL.parse(text);
