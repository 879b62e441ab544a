// Who sees the evidence, and whether with names. Governors see roles: they oversee the school, not single colleagues.
import type { Actor } from '#kernel/actor.ts';
import { anySignedIn, either, holding, holds, onlyOperator, type Who } from '#kernel/access.ts';
import { fail } from '#kernel/errors.ts';

const WITH_NAMES = ['headteacher', 'deputy-headteacher', 'administrator', 'dsl', 'deputy-dsl'] as const;
const BY_ROLE = ['chair-of-governors', 'governor'] as const;

export const seesNames = (actor: Actor): boolean =>
  actor.kind === 'operator' || WITH_NAMES.some((role) => holds(actor, role));

/** What somebody told the headteacher, and nobody else: evidence says that it happened, and from which role. */
const TOLD_TO_THE_HEAD: ReadonlySet<string> = new Set([
  'departures.open',
  'departures.reply',
  'departures.withdraw',
  'questions.ask',
  'acknowledgement.refuse',
]);

/** @param action of the entry */
export const seesWho = (actor: Actor, action: string): boolean =>
  seesNames(actor) && (!TOLD_TO_THE_HEAD.has(action) || actor.kind === 'operator' || holds(actor, 'headteacher'));

const seesEvidence = (actor: Actor): boolean => seesNames(actor) || BY_ROLE.some((role) => holds(actor, role));

/** Everybody may ask; who is not among them is told by which clause the evidence is for others. */
export const evidenceAskers: Who = {
  ...either(anySignedIn, onlyOperator),
  invites: seesEvidence,
};

/** @throws `forbidden`, naming the clauses by which somebody else oversees the policy */
export function requireOverseer(actor: Actor, clauses: readonly string[]): void {
  if (seesEvidence(actor)) return;
  throw fail.forbidden({
    code: 'evidence-not-yours',
    message: 'The evidence is for the headteacher, the administrators, the safeguarding leads and the governors.',
    remedy: 'Ask one of them for what you need. What the policy asks of you stands on your own page.',
    clauses,
  });
}

/** Who writes down how many an account reached, and whether it did what it is for. */
export const benefitKeepers = holding(
  'the headteacher, a deputy or an administrator',
  'headteacher',
  'deputy-headteacher',
  'administrator',
);
