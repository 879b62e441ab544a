// One transaction as the pipeline uses it, and what it leaves behind: an entry, jobs, an answer to give again.
import type { Json } from './canonical.ts';
import type { Db } from './context.ts';
import type { Entry } from './ledger.ts';

/** Under whose eyes a transaction runs. */
export interface Identity {
  readonly scopeId: string | null;
  readonly personId: string | null;
  readonly role: 'app' | 'visitor';
}

export interface EntryExtras {
  readonly detail?: { readonly salt: string; readonly value: Json };
  readonly people: readonly string[];
}

export interface JobRequest {
  readonly task: string;
  readonly payload: Json;
  readonly key: string | null;
  readonly at: string | null;
  readonly attempts: number;
}

/** One transaction, as the database gives it. Nothing is sent before the first statement. */
export interface Unit {
  readonly db: Db;
  append(entry: Entry, extras: EntryExtras): Promise<void>;
  enqueue(job: JobRequest): Promise<void>;
  remembered(request: RememberedRequest): Promise<{ answer: Json } | null>;
  remember(request: RememberedRequest, answer: Json): Promise<void>;
  commit(): Promise<void>;
  rollback(reason?: unknown): Promise<void>;
}

export interface RememberedRequest {
  readonly scopeId: string;
  readonly actor: string;
  readonly key: string;
  readonly action: string;
  readonly inputSha256: string;
  readonly at: string;
}
