// What a handler is given: the actor, the moment, its transaction, the policy in force, and ways to leave word for later.
import type { Kysely } from 'kysely';
import type { DB } from '#db/tables.gen.ts';
import type { AnyAction } from './action.ts';
import type { Actor } from './actor.ts';
import type { Json } from './canonical.ts';
import type { Control } from './control.ts';
import type { EventOf } from './events.ts';
import type { Job } from './jobs.ts';
import type { PolicyInForce } from './policy.ts';
import type { Secret } from './secret.ts';

export type Db = Kysely<DB>;

export interface JobOptions {
  readonly key?: string;
  readonly at?: Temporal.Instant | string;
}

/** What the ledger is to remember of this action beyond its name, its actor and the ids that it is about. */
export interface Remark {
  /** Clauses that decided. */
  readonly clauses?: readonly string[];
  /** Further ids: no names, no words. */
  readonly about?: Readonly<Record<string, Json>>;
  /** Names, words and excerpts: kept apart, erasable; the entry holds their salted digest. */
  readonly detail?: Json;
  /** People whom the entry is about, for subject access. */
  readonly people?: readonly string[];
}

export interface Context {
  readonly actor: Actor;
  /** The moment of this action; the same for everything that it writes. */
  readonly at: Temporal.Instant;
  /** `at` as ISO 8601, as rows hold it. */
  readonly now: string;
  /** Already the transaction, under the actor's identity: rows of other schools are not there. */
  readonly db: Db;
  /** The scope acted in. Fails for an actor without one. */
  readonly scopeId: string;
  /** The person acting. Fails for any other kind of actor. */
  readonly personId: string;
  newId(): string;
  /**
   * Locks a secret away with the keyring, for a row to hold. No action opens it again: that is done outside, by a connector.
   * @param purpose whose key, such as `mail`
   * @param place where the row is, such as `mail-server/<school>`; it opens nowhere else
   */
  lock(value: Secret, purpose: string, place: string): Buffer;
  /** Every control that this program makes real, by id. */
  readonly controls: ReadonlyMap<string, Control>;
  /** Every action of this program, by name: what it serves can be asked, it cannot be called from here. */
  readonly actions: ReadonlyMap<string, Omit<AnyAction, 'handler'>>;
  policy(): Promise<PolicyInForce>;
  remark(remark: Remark): void;
  /** Wakes the jobs of whoever subscribes, after commit. */
  emit<P>(event: EventOf<P>, payload: P, options?: JobOptions): void;
  /** Asks for a job, after commit. The same key replaces a waiting job of that key. */
  enqueue<P>(job: Job<P>, payload: P, options?: JobOptions): void;
}
