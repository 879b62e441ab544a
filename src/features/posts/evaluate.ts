// Runs the checks on a draft: reads the words once, looks the names up in one statement, weighs them under the policy in force.
import type { Context } from '#kernel/context.ts';
import { canonicalText, sha256 } from '#kernel/canonical.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import {
  contestKey,
  isStronger,
  prepareDraft,
  readerForSeveral,
  strongest,
  type Facts,
  type Finding,
  type Outcome,
  type PreparedDraft,
} from '#features/checks/index.ts';
import { peopleByNameKeys, rolesOf } from '#features/people/index.ts';
import { settings } from '#features/policy/index.ts';
import { confidentialTermRows, electionNearSchool, linkDomainRows, ownContactRows } from '#features/schools/index.ts';
import { mayCommit } from './access.ts';
import { endingsOf, type Draft } from './draft-facts.ts';
import type { StoredFinding } from './write-queries.ts';

/** A finding, and which words it stands in: `words`, or the account whose own words they are. */
export interface PlacedFinding extends Finding {
  readonly part: string;
}

export interface Checked {
  readonly outcome: Outcome;
  readonly findings: readonly PlacedFinding[];
}

export interface Contest {
  readonly rule: string;
  readonly excerpt: string;
}

interface Reading {
  readonly part: string;
  /** Which rules count in it; all where nothing is said. */
  readonly counts?: (rule: Finding['rule']) => boolean;
  readonly prepared: PreparedDraft;
}

/** @param contests findings of which an author says that they are mistaken */
export async function evaluate(
  { db, scopeId, at }: Context,
  draft: Draft,
  policy: PolicyInForce,
  contests: readonly Contest[] = [],
): Promise<Checked> {
  const readings = readingsOf(draft, policy);
  const keys = [...new Set(readings.flatMap(({ prepared }) => prepared.keys))];
  const today = at.toZonedDateTimeISO(draft.zone).toPlainDate().toString();
  const asksAuthority = policy.ruling(settings.checks.commitments).value === 'authorised';
  const [people, ownContacts, terms, domains, election, roles] = await Promise.all([
    peopleByNameKeys(db, scopeId, keys),
    ownContactRows(db, scopeId),
    confidentialTermRows(db, scopeId),
    linkDomainRows(db, scopeId),
    electionNearSchool(db, scopeId, today),
    asksAuthority ? rolesOf(db, scopeId, draft.signer.id, today) : [],
  ]);
  const { confirmedBy } = draft.content.statements;
  const facts: Facts = {
    people,
    ownContacts: ownContacts.map((contact) => contact.value),
    confidentialTerms: terms.map((term) => term.term),
    allowedDomains: domains.filter((domain) => domain.verdict === 'allowed').map((domain) => domain.domain),
    blockedDomains: domains.filter((domain) => domain.verdict === 'blocked').map((domain) => domain.domain),
    schoolNames: [draft.schoolName],
    mayCommit: mayCommit(roles),
    contested: new Set(contests.map(({ rule, excerpt }) => contestKey(rule, excerpt))),
    ...(confirmedBy === '' ? {} : { confirmedBy }),
    ...(election === null ? {} : { election }),
  };
  const findings = merged(
    readings.flatMap(({ part, counts = () => true, prepared }) =>
      prepared
        .check(facts, policy)
        .findings.filter((finding) => counts(finding.rule))
        .map((finding) => ({ ...finding, part })),
    ),
  );
  return { outcome: strongest(findings.map((finding) => finding.severity)), findings };
}

/** The post's own words once, and the words of each account that has its own; under each account's own rulings. */
function readingsOf(draft: Draft, policy: PolicyInForce): Reading[] {
  const { content, accounts } = draft;
  const { signOff, disclaimer, missing } = endingsOf(draft, policy);
  const signed = missing ? { signOff: null } : signOff === '' ? {} : { signOff };
  const media = draft.pictures.map((picture) => ({
    kind: 'image' as const,
    alt: picture.alt,
    ...(picture.showsChildren === 'not-said'
      ? {}
      : { children: picture.showsChildren === 'no' ? ('none' as const) : childrenSettled(policy) }),
  }));
  const category = content.category === '' ? null : content.category;
  const reader = readerForSeveral();
  const read = (part: string, text: string, where: { account?: string; platform?: string }): Reading => ({
    part,
    prepared: prepareDraft({ text, category, media, ...signed, ...where }, reader),
  });
  const words =
    accounts.length === 0
      ? [read('words', content.words, {})]
      : accounts.map((account) => {
          const own = content.accounts.find((one) => one.accountId === account.id)?.words ?? null;
          const where = { account: account.id, platform: account.platformKey };
          return own === null ? read('words', content.words, where) : read(account.id, own, where);
        });
  return [
    ...words,
    ...besides([signOff, disclaimer].filter((ending) => ending !== '').join('\n'), content.details.link),
  ];
}

/** What the signature is: nobody's promise, kind or picture, and never a colleague named without asking. */
const NOT_OF_A_SIGNATURE: ReadonlySet<string> = new Set([
  'named-adult',
  'pupil-identifiable',
  'unsigned',
  'no-category',
  'missing-alt',
  'child-media',
]);

/** What goes out beside the words: the signature with its disclaimer, and an article's address, which is a link and nothing else. */
function besides(signature: string, link: string): Reading[] {
  const found: Reading[] = [];
  if (signature !== '') {
    const counts = (rule: string) => !NOT_OF_A_SIGNATURE.has(rule);
    found.push({ part: 'signature', counts, prepared: prepareDraft({ text: signature }) });
  }
  if (link !== '') {
    found.push({ part: 'link', counts: (rule) => rule === 'suspicious-link', prepared: prepareDraft({ text: link }) });
  }
  return found;
}

const childrenSettled = (policy: PolicyInForce): 'settled' | 'unsettled' =>
  policy.ruling(settings.consent.mode).value === 'opt-out' ? 'settled' : 'unsettled';

/** The same finding on the same words for several accounts is told once, at its strongest. */
function merged(findings: readonly PlacedFinding[]): PlacedFinding[] {
  const kept = new Map<string, PlacedFinding>();
  for (const finding of findings) {
    const key = [
      finding.part,
      finding.rule,
      finding.start,
      finding.end,
      finding.within?.media,
      finding.within?.part,
    ].join('|');
    const before = kept.get(key);
    if (!before || isStronger(finding.severity, before.severity)) kept.set(key, finding);
  }
  return [...kept.values()];
}

/** What a check depends on besides the roll: the same digest within minutes need not be checked again. */
export const checkedDigest = (draft: Draft, policy: PolicyInForce, contests: readonly Contest[]): string =>
  sha256(
    canonicalText({
      v: 1,
      policy: policy.versionId,
      words: draft.content.words,
      accounts: draft.content.accounts.map(({ accountId, words }) => ({ accountId, words })),
      category: draft.content.category,
      link: draft.content.details.link,
      confirmedBy: draft.content.statements.confirmedBy,
      pictures: draft.pictures.map(({ sha256: digest, alt, showsChildren }) => ({ digest, alt, showsChildren })),
      signer: { ...draft.signer },
      contests: contests.map(({ rule, excerpt }) => ({ rule, excerpt })),
    }),
  );

export const storedFinding = (finding: PlacedFinding): StoredFinding => ({
  rule: finding.rule,
  severity: finding.severity,
  clauses: finding.clauses,
  source: finding.byDefault ? 'default' : 'policy',
  part: finding.within === undefined ? finding.part : `picture-${finding.within.media}`,
  start: finding.start,
  end: finding.end,
  excerpt: finding.excerpt,
  message: finding.message,
  remedy: finding.remedy,
  fixes: finding.fixes,
  who: finding.who ?? '',
  contestable: finding.contestable,
});
