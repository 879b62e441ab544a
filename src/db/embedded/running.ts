// What the steps of starting hand to each other: what was asked for, and a database that is up.
import type { Log } from './log.ts';
import type { OwnerConnection } from './reach.ts';

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** Gives up a start that is under way. Afterwards `stop()` is what ends it. */
  readonly signal?: AbortSignal;
  /** As root only: the user of the machine to run new data as. */
  readonly osUser?: string;
  /** Where PostgreSQL's programs are copied when they cannot be run from our package. */
  readonly programsDir?: string;
  /** Size of the ballast for a full disk; 0 for data that is thrown away. */
  readonly reserveBytes?: number;
}

export interface Running {
  readonly role: 'started' | 'attached';
  readonly connection: OwnerConnection;
  /** Settles, with how it ended, when the server is gone. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}
