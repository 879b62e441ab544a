// Finds links that hide where they lead, look like another's, or ask for a password.
import { LinkifyIt } from 'linkify-it';
import { parse } from 'tldts';
import { fold } from '#features/people/names/index.ts';
import { phrases } from '../lexicon/phrases.ts';
import { searchLists } from '../lexicon-search.ts';
import { imitated, isOneLetterOff, riskyEndings, shorteners } from '../link-hosts.ts';
import { ownContacts, type OwnContacts } from '../own-contacts.ts';
import { quote, type Hit, type Rule } from '../rule.ts';

const untilSpace = (text: string, from: number): number =>
  /^[^\s]{1,200}/.exec(text.slice(from, from + 200))?.[0].length ?? 0;
const linkify = new LinkifyIt({ fuzzyEmail: false, fuzzyIP: true, urlAuth: true })
  .add('javascript:', { validate: untilSpace })
  .add('data:', { validate: untilSpace });

const asking = phrases(`
(enter|confirm|verify|update|give|send|reply with|provide|check|validate|type|submit) ((your|the|us|me|parentpay|school|account|bank|login|email) ){1,4}(password|passcode|pin|log in|login|log in details|login details|bank details|card number|card details|sort code|credentials|security code|username and password|account details|passwords)
(log ?in|sign ?in) (here|now|below|again) (to|or|with|using|and) (avoid|keep|confirm|verify|unlock|restore|claim)
your (account|parentpay|email|mailbox|access) ((has been|will be|is|was|is about to be) ){1,2}(suspended|locked|closed|deactivated|limited|disabled|expired|blocked|deleted)
`);
const askingPath =
  /(?:log-?in|sign-?in|verif(?:y|ication)|passw(?:or)?d|credential|account-?(?:update|confirm|suspended)|secure-?update|wallet|webscr|unlock|reset-?password)/;

const mixesAlphabets = (host: string): boolean =>
  host.split('.').some((label) => /[a-z]/i.test(label) && /[^\p{ASCII}\p{Script=Latin}\p{M}]/u.test(label));

const ON_BLOCK_LIST = 'leads to a site on the school’s block list.';

/** Why a host is not to be trusted, to follow the link's words; null when nothing speaks against it. */
const fault = (
  url: string,
  own: OwnContacts,
  allowed: readonly string[],
  blocked: readonly string[],
): string | null => {
  if (/^(?:javascript|data|vbscript):/i.test(url)) return 'runs a program instead of opening a page.';
  let host: string;
  let address: URL;
  try {
    address = new URL(url);
    host = address.hostname.toLowerCase();
  } catch {
    return 'is not a whole web address.';
  }
  if (address.username !== '' || address.password !== '') return 'hides its real address behind an @.';
  if (blocked.some((site) => host === site || host.endsWith(`.${site}`))) return ON_BLOCK_LIST;
  if (own.hasHost(host)) return null;
  const { domain, publicSuffix, isIp, domainWithoutSuffix } = parse(host);
  const name = domain ?? host;
  if (shorteners.has(name) || shorteners.has(host)) return 'is a shortened link: nobody can see where it leads.';
  if (isIp === true) return 'leads to a number instead of a name.';
  if (host.includes('xn--')) {
    const shown = /\/\/([^/?#]+)/.exec(url)?.[1] ?? host;
    const plain = fold(shown).text;
    if (mixesAlphabets(shown) || [...imitated, ...allowed].some((one) => plain === one || plain.endsWith(`.${one}`)))
      return 'uses foreign letters that look like ours.';
    return 'is written in letters that can imitate another name.';
  }
  const trusted = [...imitated, ...allowed];
  const undisguised = name.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('rn', 'm').replaceAll('vv', 'w');
  for (const real of trusted) {
    if (name === real || host.endsWith(`.${real}`)) return null;
  }
  for (const real of trusted) {
    const label = real.split('.')[0] ?? '';
    if (undisguised === real || (label.length >= 6 && isOneLetterOff(name, real)))
      return `looks like ${real} and is not.`;
    if (label.length >= 6 && host !== real && host.startsWith(`${real}.`)) return `pretends to be ${real}.`;
    if (
      label.length >= 7 &&
      domainWithoutSuffix !== null &&
      domainWithoutSuffix !== undefined &&
      domainWithoutSuffix.split('-').includes(label) &&
      domainWithoutSuffix !== label
    )
      return `borrows the name of ${real}.`;
  }
  if (riskyEndings.has(publicSuffix?.split('.').at(-1) ?? '')) return 'ends in a name that is often used for traps.';
  if (
    askingPath.test(address.pathname.toLowerCase() + address.search.toLowerCase().slice(0, 200)) ||
    askingPath.test(host)
  )
    return 'asks people to sign in somewhere that is not the school’s.';
  return null;
};

const domainsIn = (list: readonly string[] = []): string[] =>
  list.map((domain) => domain.trim().toLowerCase()).filter((domain) => domain !== '');

export const suspiciousLink: Rule = {
  name: 'suspicious-link',
  find: ({ reading, facts }) => {
    const own = ownContacts(facts);
    const allowed = domainsIn(facts.allowedDomains);
    const blocked = domainsIn(facts.blockedDomains);
    const hits: Hit[] = [];
    for (const link of linkify.match(reading.text) ?? []) {
      const why = fault(link.url, own, allowed, blocked);
      if (why === null) continue;
      hits.push({
        start: link.index,
        end: link.lastIndex,
        message: `${quote(link.raw)} ${why}`,
        ...(why === ON_BLOCK_LIST
          ? { remedy: 'Take the link out. Whoever keeps the school’s list of sites can change it.', stops: true }
          : {
              remedy: 'Put in the full address of a page you have opened yourself.',
              who: 'headteacher' as const,
              contestable: true,
            }),
      });
    }
    return [
      ...hits,
      ...searchLists(reading, [
        {
          search: asking,
          says: 'asks people for a password or for details of an account.',
          remedy: 'Take it out. The school never asks for these in a post.',
          who: 'headteacher',
          clearedByDenial: true,
          when: (found) => !/\b(never|not|don't|scam|phishing|beware|warning)\b/.test(found.sentence),
        },
      ]),
    ];
  },
};
