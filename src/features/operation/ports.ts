// What operation needs from the machine: somebody to make a backup while everything goes on.

export interface BackupWishes {
  /** Absolute path; empty = the folder that backups go to by themselves. */
  readonly folder: string;
  /** Public keys (age1…). With none, no backup is made. */
  readonly recipients: readonly string[];
  /** How many of the newest stay; null deletes none. */
  readonly keep: { readonly daily: number; readonly weekly: number; readonly monthly: number } | null;
  /** In which days are counted. */
  readonly zone: string;
}

export interface BackupMade {
  readonly file: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly filesMissing: number;
}

export type BackupOutcome =
  | ({ readonly outcome: 'good' } & BackupMade)
  /** `problem`: what went wrong and what to do, in words. */
  | { readonly outcome: 'failed'; readonly problem: string }
  /** Another one is being made just now. */
  | { readonly outcome: 'busy' };

export interface BackupMaker {
  make(wishes: BackupWishes, signal: AbortSignal): Promise<BackupOutcome>;
}
