// Checks a draft against the policy in force: runs every rule the policy asks for and says what stands in the way of the post.
import type { PolicyInForce, Where } from '#kernel/policy.ts';
import { contestKey, requireReadable, type Draft, type Facts } from './draft.ts';
import {
  isStronger,
  strongest,
  type Finding,
  type MediaPart,
  type Outcome,
  type RuleName,
  type Severity,
} from './finding.ts';
import { keysOfReading } from './people-keys.ts';
import { readText, type Reading } from './reading.ts';
import type { Hit, Rule } from './rule.ts';
import { childMedia } from './rules/child-media.ts';
import { commitment } from './rules/commitment.ts';
import { confidential } from './rules/confidential.ts';
import { copyright } from './rules/copyright.ts';
import { derogatory } from './rules/derogatory.ts';
import { discriminatory } from './rules/discriminatory.ts';
import { extremism } from './rules/extremism.ts';
import { incidentInProgress } from './rules/incident-in-progress.ts';
import { liveLocation } from './rules/live-location.ts';
import { missingAlt } from './rules/missing-alt.ts';
import { namedAdult } from './rules/named-adult.ts';
import { noCategory } from './rules/no-category.ts';
import { offensive } from './rules/offensive.ts';
import { opinion } from './rules/opinion.ts';
import { personalEmail } from './rules/personal-email.ts';
import { personalGain } from './rules/personal-gain.ts';
import { personalIdentifier } from './rules/personal-identifier.ts';
import { personalPhone } from './rules/personal-phone.ts';
import { postalAddress } from './rules/postal-address.ts';
import { privateContact } from './rules/private-contact.ts';
import { pupilFullName } from './rules/pupil-full-name.ts';
import { pupilIdentifiable } from './rules/pupil-identifiable.ts';
import { suspiciousLink } from './rules/suspicious-link.ts';
import { unsigned } from './rules/unsigned.ts';
import { weighRule, type Weighed } from './severity.ts';

/** All rules. Where two find the same words, the one named first in `impliedBy` stands for both. */
const rules: readonly Rule[] = [
  pupilFullName, pupilIdentifiable, personalEmail, personalPhone, postalAddress, personalIdentifier, namedAdult,
  derogatory, offensive, discriminatory, opinion, commitment, extremism, confidential, liveLocation, privateContact,
  personalGain, copyright, suspiciousLink, childMedia, missingAlt, unsigned, noCategory, incidentInProgress,
]; // prettier-ignore

/** A finding of the rule on the left is left out where one on the right covers the same words. */
const impliedBy: Partial<Record<RuleName, readonly RuleName[]>> = {
  'pupil-identifiable': ['pupil-full-name'],
  'named-adult': ['pupil-full-name', 'pupil-identifiable'],
  'personal-phone': ['personal-identifier'],
  offensive: ['discriminatory'],
  derogatory: ['discriminatory', 'offensive'],
};

export interface Checked {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** A text of the draft: its own words, or those with one of its pictures. */
interface Part extends ReadText {
  readonly within?: MediaPart;
}

interface ReadText {
  readonly reading: Reading;
  readonly keys: readonly string[];
}

export type Reader = (text: string) => ReadText;

const readNow: Reader = (text) => {
  requireReadable(text);
  const reading = readText(text);
  return { reading, keys: keysOfReading(reading) };
};

/** A reader for several drafts together: what stands in more than one of them is read once. */
export const readerForSeveral = (): Reader => {
  const known = new Map<string, ReadText>();
  return (text) => known.getOrInsertComputed(text, readNow);
};

const partsOf = (draft: Draft, read: Reader): Part[] => {
  const parts: Part[] = [read(draft.text)];
  for (const [media, item] of (draft.media ?? []).entries()) {
    for (const part of ['alt', 'fileName'] as const) {
      const text = item[part];
      if (text === undefined || text === '') continue;
      parts.push({ ...read(text), within: { media, part } });
    }
  }
  return parts;
};

export interface PreparedDraft {
  /** The keys to look up on the roll; as many as the draft's words ask for, however long the roll. */
  readonly keys: readonly string[];
  check(facts: Facts, policy: PolicyInForce): Checked;
}

/** Reads a draft once, so that the look-up can happen between reading and checking. */
export const prepareDraft = (draft: Draft, read: Reader = readNow): PreparedDraft => {
  const parts = partsOf(draft, read);
  return {
    keys: [...new Set(parts.flatMap(({ keys }) => keys))],
    check: (facts, policy) => checkParts(draft, parts, facts, policy),
  };
};

const checkParts = (draft: Draft, parts: readonly Part[], facts: Facts, policy: PolicyInForce): Checked => {
  const where: Where = {
    ...(draft.account === undefined ? {} : { account: draft.account }),
    ...(draft.platform === undefined ? {} : { platform: draft.platform }),
    ...(typeof draft.category === 'string' ? { category: draft.category } : {}),
  };
  const findings: Finding[] = [];
  for (const rule of rules) {
    const weighed = weighRule(rule.name, policy, where);
    if (weighed === null) continue;
    for (const [index, part] of parts.entries()) {
      if (index > 0 && rule.readsMedia !== true) continue;
      const hits = rule.find({ draft, facts, policy, reading: part.reading, answer: weighed.answer });
      for (const hit of withoutOverlaps(hits)) findings.push(findingOf(rule.name, hit, part, weighed));
    }
  }
  const kept = findings
    .filter((finding) => !isImplied(finding, findings))
    .map((finding) => asContested(finding, facts));
  const findingsInOrder = kept.toSorted(
    (one, other) =>
      (one.within?.media ?? -1) - (other.within?.media ?? -1) || one.start - other.start || one.end - other.end,
  );
  return { outcome: strongest(kept.map((finding) => finding.severity)), findings: findingsInOrder };
};

/** A rule that has found this many has said enough; more would only make a long text slow. */
const mostFindings = 100;

/** One stretch of words is told once by each rule: the longest hit that may weigh most. */
const withoutOverlaps = (hits: readonly Hit[]): Hit[] => {
  const kept: Hit[] = [];
  const ordered = hits.toSorted(
    (one, other) =>
      Number(other.stops === true) - Number(one.stops === true) ||
      Number(one.atMost !== undefined) - Number(other.atMost !== undefined) ||
      other.end - other.start - (one.end - one.start),
  );
  for (const hit of ordered) {
    if (kept.length === mostFindings) break;
    if (!kept.some((one) => one.start < hit.end && hit.start < one.end)) kept.push(hit);
  }
  return kept;
};

const isImplied = (finding: Finding, all: readonly Finding[]): boolean =>
  all.some(
    (other) =>
      impliedBy[finding.rule]?.includes(other.rule) === true &&
      !isStronger(finding.severity, other.severity) &&
      other.within?.media === finding.within?.media &&
      other.within?.part === finding.within?.part &&
      other.start < finding.end &&
      finding.start < other.end,
  );

const weaker = (one: Severity, other: Severity | undefined): Severity =>
  other !== undefined && isStronger(one, other) ? other : one;

/** "This is somebody else" turns a stop into a question for the headteacher, for these very words (never for the author to settle). */
const asContested = (finding: Finding, facts: Facts): Finding =>
  finding.contestable &&
  finding.severity === 'block' &&
  facts.contested?.has(contestKey(finding.rule, finding.excerpt)) === true
    ? { ...finding, severity: 'review', who: 'headteacher' }
    : finding;

const findingOf = (rule: RuleName, hit: Hit, part: Part, weighed: Weighed): Finding => {
  const within = hit.within ?? part.within;
  const excerpt = hit.within === undefined ? part.reading.text.slice(hit.start, hit.end) : '';
  const severity = hit.stops === true ? 'block' : weaker(weighed.severity, hit.atMost);
  return {
    rule,
    severity,
    clauses: weighed.clauses,
    byDefault: weighed.byDefault,
    start: hit.start,
    end: hit.end,
    excerpt,
    message: weighed.byDefault ? `${hit.message} (Gatepost’s default, not in your policy.)` : hit.message,
    remedy: hit.remedy,
    fixes: hit.fixes ?? [],
    who: severity === 'warn' ? 'author' : severity === 'review' ? (hit.who ?? 'headteacher') : null,
    contestable: hit.contestable === true,
    ...(within === undefined ? {} : { within }),
  };
};
