// Who may see, add and change people, and who may give whom a responsibility.
import { allow, either, holding, isPerson, onlyOperator, onlySystem, who, type Allowed } from '#kernel/access.ts';
import type { Actor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import { KEEPERS } from '#features/schools/index.ts';
import { isDeciding, RESPONSIBILITY_WORDS, type Responsibility } from './responsibilities.ts';

const isAny = (actor: Actor, roles: readonly string[]): boolean =>
  actor.kind === 'person' && roles.some((role) => actor.roles.has(role));

/** People who work for the school in any way; carers, pupils and visitors are not among them. */
export const colleagues = either(
  who('people who work for the school', (actor) => isPerson(actor) && [...actor.roles].some(isColleagueRole)),
  onlyOperator,
  onlySystem,
);
const isColleagueRole = (role: string): boolean => !OUTSIDERS.includes(role);
const OUTSIDERS: readonly string[] = ['pupil', 'carer', 'visitor'];

const recoverers = holding(
  'the headteacher or an administrator',
  'headteacher',
  'administrator',
  'system-administrator',
);
export const linkHanders = either(recoverers, onlyOperator);
/** Whoever may let somebody back in may also shut them out; those who decide are told of both. */
export const accessEnders = linkHanders;

/** Any person signed in, as themselves in a browser: what is done with it concerns only them. */
export const inPerson = who('people who are signed in', (actor) => isPerson(actor) && actor.via === 'session');

/** Who invites many at once: a person, because the links are shown to nobody but whoever asked. */
export const inviters = holding('the headteacher, a deputy, the business manager or an administrator', ...KEEPERS);

const seePupils = ['staff', 'supply', 'dsl', 'deputy-dsl', ...KEEPERS];

/** May this actor look pupils up? Never by an access token. */
export const seesPupils = (actor: Actor): boolean =>
  actor.kind === 'operator' ||
  actor.kind === 'system' ||
  (isAny(actor, seePupils) && isPerson(actor) && actor.via === 'session');

/**
 * Who may read carers: who they are, whose, how they are reached and what they may. Nobody else meets their details,
 * not whoever looks after Gatepost, and no carer those of another. The row policies of the tables name the same.
 */
export const CARER_READERS = ['headteacher', 'administrator', 'data-protection-lead', 'dsl', 'deputy-dsl'] as const;

/** May this actor read carers? Never by an access token. */
export const seesCarers = (actor: Actor): boolean =>
  actor.kind === 'operator' ||
  actor.kind === 'system' ||
  (isAny(actor, CARER_READERS) && isPerson(actor) && actor.via === 'session');

export const carerReaders = who(
  'the headteacher, an account administrator, the data protection lead or the safeguarding leads',
  (actor) => isPerson(actor) && seesCarers(actor),
);

/** Who brings carers in and changes what is kept of them. */
export const carerKeepers = either(
  holding('the headteacher or an account administrator', 'headteacher', 'administrator'),
  onlyOperator,
);

/** What somebody is, as far as this actor may know: that a colleague is also somebody’s carer is not everybody’s to see. */
export const knownTypes = (actor: Actor, types: readonly string[]): string[] =>
  types.filter((type) => type !== 'carer' || seesCarers(actor));

/** @throws where somebody would enter a carer whom they could not see afterwards */
export function requireCarerReader(actor: Actor, types: readonly string[]): void {
  if (!types.includes('carer') || seesCarers(actor)) return;
  throw fail.forbidden({
    code: 'not-yours-to-read',
    message: 'You may not enter carers.',
    remedy: 'Ask the headteacher or an account administrator.',
  });
}

export interface Seen {
  readonly types: readonly string[];
}

/** A person this actor may look at. Somebody who may not is told the same as when there is nobody. */
export function visible<P extends Seen>(actor: Actor, person: P | undefined): Allowed<P> {
  if (!person || (person.types.includes('pupil') && !seesPupils(actor))) throw fail.notFound('person');
  if (person.types.length > 0 && knownTypes(actor, person.types).length === 0) throw fail.notFound('person');
  return allow(person);
}

/** What concerns one person: that person, or whoever keeps the directory. */
export function ownOrKept(actor: Actor, personId: string): Allowed<{ personId: string }> {
  const own = actor.kind === 'person' && actor.personId === personId;
  if (own || actor.kind === 'operator' || isAny(actor, KEEPERS)) return allow({ personId });
  throw fail.forbidden({
    code: 'not-your-entry',
    message: 'Only that person, or whoever keeps the directory, may do this.',
    remedy: 'Ask the school office or your administrator.',
  });
}

export interface Grant {
  readonly personId: string;
  readonly responsibility: Responsibility;
  /** Does the school have a headteacher today? */
  readonly headNamed: boolean;
}

/**
 * Deciding is given by the headteacher or the chair; while nobody is headteacher, the system administrator may name one.
 * Nobody but a headteacher gives a responsibility to themselves.
 */
export function mayGive(actor: Actor, grant: Grant): boolean {
  return actor.kind === 'operator' || (!isForOneself(actor, grant) && isAny(actor, givers(grant)));
}

export function grantable<G extends Grant>(actor: Actor, grant: G): Allowed<G> {
  if (mayGive(actor, grant)) return allow(grant);
  if (isForOneself(actor, grant)) {
    throw fail.forbidden({
      code: 'not-to-yourself',
      message: 'Nobody gives a responsibility to themselves.',
      remedy: 'Ask the headteacher or the chair of governors.',
    });
  }
  throw fail.forbidden({
    code: 'not-yours-to-give',
    message: `You may not give or take away “${RESPONSIBILITY_WORDS[grant.responsibility].label}”.`,
    remedy: isDeciding(grant.responsibility)
      ? 'Ask the headteacher or the chair of governors.'
      : 'Ask the headteacher or an administrator.',
  });
}

const isForOneself = (actor: Actor, { personId }: Grant): boolean =>
  isPerson(actor) && actor.personId === personId && !actor.roles.has('headteacher');

function givers({ responsibility, headNamed }: Grant): readonly string[] {
  if (responsibility === 'system-administrator') return ['headteacher', 'chair-of-governors', 'system-administrator'];
  if (responsibility === 'headteacher' && !headNamed) return ['chair-of-governors', 'system-administrator'];
  return isDeciding(responsibility) ? ['headteacher', 'chair-of-governors'] : KEEPERS;
}

/** A responsibility that this actor may end: their own, or one that they may give. */
export function endable<G extends Grant>(actor: Actor, grant: G): Allowed<G> {
  const own = isPerson(actor) && actor.personId === grant.personId;
  return own ? allow(grant) : grantable(actor, grant);
}

/** A responsibility whose deputy this actor may name: the holder, or whoever may give it. */
export function deputable<G extends Grant>(actor: Actor, grant: G, deputyId: string | null): Allowed<G> {
  const own = isPerson(actor) && actor.personId === grant.personId;
  return own ? allow(grant) : allow(grantable(actor, { ...grant, personId: deputyId ?? grant.personId }) && grant);
}
