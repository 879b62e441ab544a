// Who may do what: described predicates for actions, and permission as a value that writers ask for.
import type { Actor, PersonActor } from './actor.ts';

/** Who may call an action. `words` completes the sentence "Only … may do this". */
export interface Who {
  readonly words: string;
  allows(actor: Actor): boolean;
  /** Where others may ask, only to be told why it is not for them: whom pages invite to it. Left out, all who may. */
  invites?(actor: Actor): boolean;
}

export const who = (words: string, allows: (actor: Actor) => boolean): Who => ({ words, allows });

/** Any person signed in at this school. What they may do with a particular thing is decided in `access.ts` of the feature. */
export const anySignedIn = who('people of the school', (actor) => actor.kind === 'person');
export const anyone = who('anybody', () => true);
export const onlySystem = who('Gatepost itself', (actor) => actor.kind === 'system');
export const onlyOperator = who('whoever runs the machine', (actor) => actor.kind === 'operator');
export const linkFor = (purpose: string): Who =>
  who('the holder of the link', (actor) => actor.kind === 'link' && actor.purpose === purpose);

/** People who hold one of these roles or responsibilities today. */
export const holding = (words: string, ...roles: readonly string[]): Who =>
  who(words, (actor) => actor.kind === 'person' && roles.some((role) => actor.roles.has(role)));

export const either = (...choices: readonly Who[]): Who =>
  who(choices.map((choice) => choice.words).join(', or '), (actor) => choices.some((choice) => choice.allows(actor)));

declare const allowed: unique symbol;

/** A thing that somebody has been found to be allowed to act on. Only `allow` makes one, and only `access.ts` files call it. */
export type Allowed<T> = T & { readonly [allowed]: true };
export const allow = <T>(thing: T): Allowed<T> => thing as Allowed<T>;

export const isPerson = (actor: Actor): actor is PersonActor => actor.kind === 'person';
export const holds = (actor: Actor, role: string): boolean => actor.kind === 'person' && actor.roles.has(role);
