// Once a minute each process says that it lives, which version it is and how much room it has, for the system administrator.
import { statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import type pg from 'pg';
import type { Clock } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import { seeCertificate, type CertificateSeen } from './certificate.ts';
import type { Log } from './log.ts';
import { VERSION } from './version.ts';

export type ProcessDoes = 'pages-and-jobs' | 'pages' | 'jobs';

interface Parts {
  readonly database: { readonly owner: pg.Pool };
  readonly clock: Clock;
  readonly log: Log;
  readonly origin: string;
}

const EVERY_MS = 60_000;
/** Beats between two looks at the certificate. */
const CERTIFICATE_EVERY = 60;
const FORGOTTEN_AFTER = { hours: 24 } as const;

/** @returns ends it, and takes this process off the list */
export function startHeartbeat(
  { database, clock, log, origin }: Parts,
  { dataDir, does }: { readonly dataDir: string; readonly does: ProcessDoes },
): () => Promise<void> {
  const startedAt = clock.now();
  const id = newId(startedAt);
  let beats = 0;
  let certificate: CertificateSeen | null = null;

  async function beat(): Promise<void> {
    if (beats % CERTIFICATE_EVERY === 0) certificate = await seeCertificate(origin);
    beats += 1;
    const now = clock.now();
    const { bavail, blocks, bsize } = await statfs(dataDir);
    await database.owner.query(
      `insert into running_process (id, does, gatepost, node, host, started_at, seen_at, disk_free, disk_total, certificate_ends_at, certificate_trouble)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (id) do update set seen_at = excluded.seen_at, disk_free = excluded.disk_free, disk_total = excluded.disk_total,
         certificate_ends_at = excluded.certificate_ends_at, certificate_trouble = excluded.certificate_trouble`,
      [
        id,
        does,
        VERSION,
        process.versions.node,
        hostname(),
        startedAt.toString(),
        now.toString(),
        bavail * bsize,
        blocks * bsize,
        certificate?.endsAt ?? null,
        certificate?.trouble ?? null,
      ],
    );
    await database.owner.query('delete from running_process where seen_at < $1', [
      now.subtract(FORGOTTEN_AFTER).toString(),
    ]);
  }

  // One at a time: the look at a certificate may take longer than a beat.
  let beating: Promise<void> = Promise.resolve();
  const next = () => {
    beating = beating
      .then(beat)
      .catch((error: unknown) => log.warn('This process could not say that it lives; it tries again.', { error }));
  };
  next();
  const timer = setInterval(next, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await beating;
    await database.owner.query('delete from running_process where id = $1', [id]);
  };
}
