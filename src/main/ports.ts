// The doors to the outside that jobs and doors are given.
import type { FileStore, PictureCleaner, ReceiveUpload } from '#features/media/ports.ts';
import type { Mailer } from '#features/mail/ports.ts';
import type { BackupMaker } from '#features/operation/ports.ts';
import type { Publisher } from '#features/posts/ports.ts';
import type { CalendarFetcher } from '#features/schools/ports.ts';

export interface Ports {
  readonly files: FileStore;
  readonly receive: ReceiveUpload;
  readonly pictures: PictureCleaner;
  /** By connector; `by-hand` has none: people are its hands. */
  readonly publishers: Readonly<Record<string, Publisher>>;
  readonly calendars: CalendarFetcher;
  readonly mail: Mailer;
  readonly backups: BackupMaker;
  /** The address of Gatepost, for links in letters. */
  readonly origin: string;
}
