// Who may do what with a post. Pure; what comes out as Allowed is what the writers take.
import type { Actor } from '#kernel/actor.ts';
import { allow, who, type Allowed } from '#kernel/access.ts';
import { fail } from '#kernel/errors.ts';
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

const personOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null);

/** People authorised for every account chosen may edit; without an account, its authors. */
export function mayEdit<T extends PostStanding>(actor: Actor, post: T, clauses: readonly string[]): Allowed<T> {
  const person = personOf(actor);
  const authorised = post.accounts.length > 0 ? post.accounts.every((id) => post.mine.has(id)) : person !== null && post.authors.includes(person);
  if (person === null || !authorised) {
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

export function mayHappen<T extends PostStanding>(post: T, happening: Happening): Allowed<T> & { readonly next: PostState } {
  const next = after(post.state, happening);
  if (next === null) throw notNow(post.state);
  return { ...allow(post), next };
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
  fail.conflict({ code: `post-is-${state}`, message: `This cannot be done now. ${WHY_NOT[state]}`, remedy: 'Look at the post again.' });

export const onlyNoticeboard = who('the noticeboard itself', (actor) => actor.kind === 'connector' && actor.connector === 'noticeboard');
