// Can this be the address of the post on that account? Pure; it says nothing of whether the post is still there.

export interface PostedOn {
  readonly nameInFull: string;
  readonly address: string;
  readonly platformName: string;
  readonly composerUrl: string;
  readonly hosts: readonly string[];
}

export type PermalinkAnswer =
  | { readonly ok: true; readonly permalink: string }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly remedy: string };

const no = (code: string, message: string, remedy: string): PermalinkAnswer => ({ ok: false, code, message, remedy });

/** Longer addresses are cut off by some browsers and servers on the way. */
export const LONGEST_ADDRESS = 2_000;

/** Added on the way by whoever shared the link; says nothing about the post. */
const TRACKING = /^(?:utm_.*|fbclid|igsh|igshid|xmt|__cft__.*|__tn__)$/;

/** @returns the link to keep, without what sharing added to it; or what is wrong with it */
export function checkPermalink(pasted: string, account: PostedOn): PermalinkAnswer {
  const url = URL.parse(pasted.trim());
  const copyIt = `Open the post on ${account.platformName}, copy its own link and paste it here.`;
  if (!url || pasted.length > LONGEST_ADDRESS) {
    return no('not-a-link', 'This is not a complete link.', copyIt);
  }
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    return no('not-https', 'A link to a post begins with https:// and holds no password.', copyIt);
  }
  const hosts = hostsOf(account);
  if (hosts.length > 0 && !hosts.some((host) => url.host === host || url.host.endsWith(`.${host}`))) {
    return no('other-site', `This link leads to ${url.host}, not to ${account.nameInFull}.`, copyIt);
  }
  if (leadsToComposer(url, account)) {
    return no('composer', 'This is the page where a post is written, not the post.', copyIt);
  }
  if (url.pathname === '/' && url.search === '') {
    return no('front-page', 'This is the front page of the site, not the post.', copyIt);
  }
  if (sameAddress(url, URL.parse(account.address))) {
    return no('account-page', 'This is the page of the account, not the post.', copyIt);
  }
  const tracking = Array.from(url.searchParams.keys()).filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  return { ok: true, permalink: url.toString() };
}

function hostsOf(account: PostedOn): string[] {
  const own = URL.parse(account.address)?.host.replace(/^www\./, '');
  return [...account.hosts, ...(own === undefined ? [] : [own])];
}

function leadsToComposer(url: URL, account: PostedOn): boolean {
  const composerUrl = URL.parse(
    account.composerUrl.replace('{host}', URL.parse(account.address)?.host ?? '').replace('{words}', ''),
  );
  return (
    composerUrl !== null &&
    composerUrl.pathname !== '/' &&
    account.composerUrl !== '' &&
    sameAddress(url, composerUrl, false)
  );
}

function sameAddress(one: URL, other: URL | null, withSearch = true): boolean {
  const bare = ({ host, pathname, search }: URL) =>
    `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${withSearch ? search : ''}`;
  return other !== null && bare(one).toLowerCase() === bare(other).toLowerCase();
}
