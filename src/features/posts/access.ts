// Who may do what with a post. Pure; what comes out as Allowed is what the writers take.
import type { Actor } from '#kernel/actor.ts';
import { allow, holds, who, type Allowed } from '#kernel/access.ts';
import { fail } from '#kernel/errors.ts';
import { KEEPERS } from '#features/schools/index.ts';
import { after, isOpen, type Happening, type PostState } from './post.ts';

export interface PostStanding {
  readonly id: string;
  readonly state: PostState;
  readonly authors: readonly string[];
  /** Accounts chosen, and those of them that the actor has live authority to draft for. */
  readonly accounts: readonly string[];
  readonly mine: ReadonlySet<string>;
}

/** Roles that see every post of the school. */
export const OVERSEERS = [
  'headteacher',
  'deputy-headteacher',
  'slt',
  'administrator',
  'dsl',
  'deputy-dsl',
  'business-manager',
  'chair-of-governors',
] as const;

export const overseesPosts = (actor: Actor): boolean =>
  actor.kind === 'person' && OVERSEERS.some((role) => actor.roles.has(role));

/** Roles whose holders may make a promise for the school, where the policy leaves that to whoever has the authority. */
const COMMITTERS: ReadonlySet<string> = new Set(['headteacher', 'deputy-headteacher', 'slt']);

export const mayCommit = (roles: readonly string[]): boolean => roles.some((role) => COMMITTERS.has(role));

/** States in which everybody at the school sees a post. */
const PUBLIC_STATES: readonly PostState[] = ['published', 'taken-down'];

/** Does this person see the post without having a part in it? */
export const seesPost = (actor: Actor, state: PostState): boolean =>
  overseesPosts(actor) || PUBLIC_STATES.includes(state);

/** Is somebody authorised for every account chosen? Without an account, only its authors are. */
export const writesFor = (
  person: string | null,
  { accounts, authors, mine }: Pick<PostStanding, 'accounts' | 'authors' | 'mine'>,
): boolean =>
  person !== null && (accounts.length > 0 ? accounts.every((id) => mine.has(id)) : authors.includes(person));

/** Does this actor look after copies on one of these accounts: publish by hand, send again, take down? */
export const looksAfter = (actor: Actor, accounts: readonly string[], mine: ReadonlySet<string>): boolean =>
  overseesPosts(actor) || accounts.some((id) => mine.has(id));

/** Only people authorised for at least one account in use may begin a post. */
export function mayBegin(mine: readonly string[], clauses: readonly string[]): void {
  if (mine.length > 0) return;
  throw fail.refused({
    code: 'no-account-of-yours',
    message: 'You are not authorised to write for any account of the school.',
    remedy: 'Ask the person who authorises people for the school’s accounts.',
    clauses,
  });
}

/** @param clauses by which only people authorised for an account write for it */
export function mayEdit<T extends PostStanding>(actor: Actor, post: T, clauses: readonly string[]): Allowed<T> {
  if (!writesFor(actor.kind === 'person' ? actor.personId : null, post)) {
    throw fail.refused({
      code: 'not-authorised-for-account',
      message: 'Only people authorised for an account may write for it.',
      remedy: 'Ask whoever authorises people for this account, or choose an account of yours.',
      clauses,
    });
  }
  if (!isOpen(post.state)) throw notNow(post.state);
  return allow(post);
}

/** @throws a conflict that says how the post stands, where this cannot follow */
export function mayHappen<T extends PostStanding>(
  post: T,
  happening: Happening,
): Allowed<T> & { readonly next: PostState } {
  const next = after(post.state, happening);
  if (next === null) throw notNow(post.state);
  return { ...allow(post), next };
}

/** An account whose contributions this actor may see counted: one they write for; any, for whoever oversees posts or keeps the register. */
export function countable(
  actor: Actor,
  accountId: string,
  mine: readonly string[],
): Allowed<{ readonly accountId: string }> {
  if (overseesPosts(actor) || KEEPERS.some((role) => holds(actor, role)) || mine.includes(accountId))
    return allow({ accountId });
  throw fail.forbidden({
    code: 'not-your-account',
    message: 'Only people who write for an account, oversee posts or keep the register see who contributes to it.',
    remedy: 'Ask whoever runs the account.',
  });
}

const WHY_NOT: Readonly<Record<PostState, string>> = {
  draft: 'It is a draft and has not been sent.',
  asking: 'A question about it is waiting for an answer.',
  waiting: 'It is waiting to be decided.',
  approved: 'It has been approved.',
  publishing: 'It is going out: it can be taken down, not changed.',
  published: 'It has gone out: it can be taken down, not changed.',
  refused: 'It was refused. Begin a new post; you may start from this one.',
  expired: 'Nobody decided in time. Change its time and send it again.',
  'taken-down': 'It has been taken down.',
  discarded: 'It was discarded.',
};

const notNow = (state: PostState) =>
  fail.conflict({
    code: `post-is-${state}`,
    message: `This cannot be done now. ${WHY_NOT[state]}`,
    remedy: 'Look at the post again.',
  });

export const onlyNoticeboard = who(
  'the noticeboard itself',
  (actor) => actor.kind === 'connector' && actor.connector === 'noticeboard',
);
