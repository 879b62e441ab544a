// Who may see how others stand, and whose names.
import { allow, either, holding, isPerson, onlyOperator, type Allowed } from '#kernel/access.ts';
import type { Actor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import { seesCarers, seesPupils } from '#features/people/index.ts';
import type { Group } from './groups.ts';

/** Who looks after it that everybody has confirmed, and asks those who have not. */
export const askers = either(
  holding(
    'the headteacher, a deputy or an account administrator',
    'headteacher',
    'deputy-headteacher',
    'administrator',
  ),
  onlyOperator,
);

/** Who records what was signed on paper: people only, as they say with their name that they have the sheet before them. */
export const recorders = holding(
  'the headteacher, a deputy or an account administrator',
  'headteacher',
  'deputy-headteacher',
  'administrator',
);

/** May this actor see the names of these people? Pupils’ and carers’ names have readers of their own. */
export function seesNames(actor: Actor, groups: readonly string[]): boolean {
  if (groups.includes('pupil')) return seesPupils(actor);
  const others = groups.filter((group) => group !== 'carer');
  return others.length > 0 || seesCarers(actor);
}

/** The groups that this actor may know somebody to be in. */
export const knownGroups = (actor: Actor, groups: readonly string[]): Group[] =>
  groups.filter((group): group is Group => group !== 'carer' || seesCarers(actor));

/** A sheet that this actor may open: those who record sheets, and somebody who alone stands on one. */
export function readablePaper<P extends { readonly people: readonly string[] }>(
  actor: Actor,
  paper: P | undefined,
): Allowed<P> {
  const own = isPerson(actor) && paper?.people.length === 1 && paper.people[0] === actor.personId;
  if (!paper || !(own || recorders.allows(actor))) throw fail.notFound('sheet of paper');
  return allow(paper);
}
