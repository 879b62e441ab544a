// One running Gatepost for one data folder. A second one is told who has it, since when, and where to find it.
import { z } from 'zod';
import { type Failure, fail } from '#kernel/errors.ts';
import { openDataFolder } from './folder.ts';
import { askHolder, holdName } from './held-name.ts';

const PURPOSE = 'app';

const holderSchema = z.object({
  pid: z.number().int(),
  /** ISO 8601 instant. */
  since: z.iso.datetime(),
  /** Where people reach it; nothing while it is still starting. */
  address: z.string().optional(),
});
export type LockHolder = z.infer<typeof holderSchema>;

export interface AppLock {
  release(): Promise<void>;
}

export type LockedByAnother = Failure & { readonly code: 'locked-by-another'; readonly holder: LockHolder | undefined };

export function isLockedByAnother(error: unknown): error is LockedByAnother {
  return error instanceof Error && 'code' in error && error.code === 'locked-by-another';
}

/** @param describe asked again for each newcomer, so it may name an address that came later
 *  @throws LockedByAnother */
export async function takeAppLock(dataDir: string, describe: () => LockHolder): Promise<AppLock> {
  const { root } = openDataFolder(dataDir);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const lock = await holdName(root, PURPOSE, () => JSON.stringify(describe()));
    if (lock !== undefined) return lock;
    const answer = await askHolder(root, PURPOSE);
    if (answer !== undefined) throw lockedByAnother(root, understand(answer));
    // let go of between the two questions: try again
  }
  throw lockedByAnother(root, undefined);
}

/** Who has the lock, unless it is this very process; empty when they do not answer. */
export async function otherHolder(dataDir: string): Promise<Partial<LockHolder> | null> {
  const answer = await askHolder(openDataFolder(dataDir).root, PURPOSE);
  if (answer === undefined) return null;
  const holder: Partial<LockHolder> = understand(answer) ?? {};
  return holder.pid === process.pid ? null : holder;
}

function understand(answer: string): LockHolder | undefined {
  try {
    return holderSchema.parse(JSON.parse(answer));
  } catch {
    return undefined;
  }
}

function lockedByAnother(root: string, holder: LockHolder | undefined): LockedByAnother {
  const who =
    holder === undefined
      ? 'Another Gatepost, which does not answer,'
      : `Gatepost (process ${holder.pid}, since ${readable(holder.since)}${holder.address === undefined ? ', still starting' : `, at ${holder.address}`})`;
  const open = holder?.address === undefined ? 'Wait for it' : `Open ${holder.address}`;
  const remedy = `${open}, or stop it first (Ctrl-C in its terminal; a service: systemctl stop gatepost), or give this one a data folder of its own with GATEPOST_DATA.`;
  const message = `${who} is already running on the data in ${root}.`;
  return Object.assign(fail.conflict({ code: 'locked-by-another', message, remedy }), {
    code: 'locked-by-another' as const,
    holder,
  });
}

function readable(instant: string): string {
  return Temporal.Instant.from(instant).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
}
