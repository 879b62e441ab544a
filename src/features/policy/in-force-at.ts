// Fills the kernel's policy port: for this school, at this moment, which version decides?
import type { Db } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import type { PolicyDocument } from './document.ts';
import { policyInForce } from './in-force.ts';
import { loadModelPolicy } from './model-policies.ts';
import { documentOf, versionInForce, zoneOf } from './queries.ts';
import { behindSchool } from './trust/behind.ts';
import { trustDocument } from './trust/queries.ts';

/** Versions are immutable, so what was read once need not be read again. Which of them is in force is asked every time. */
const MOST_KEPT = 200;

export async function policyPort(): Promise<
  (db: Db, schoolId: string, at: Temporal.Instant) => Promise<PolicyInForce>
> {
  const starter = await loadModelPolicy('starter');
  const kept = new Map<string, PolicyInForce>();

  return async (db, schoolId, at) => {
    const date = await localDate(db, schoolId, at);
    const version = await versionInForce(db, schoolId, date);
    if (!version) return policyInForce(starter, starter, null);
    const { id, trust_version_id: trustVersionId } = version;
    const key = `${id} ${trustVersionId}`;
    const known = kept.get(key);
    if (known) return known;
    const [document, trust] = await Promise.all([
      documentOf(db, schoolId, id),
      trustVersionId === null ? null : trustDocument(db, 'of-this-school', trustVersionId),
    ]);
    if (!document) throw fail.notFound('policy version');
    const read = policyInForce(document, behindSchool(starter, trust), id);
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
    kept.set(key, read);
    return read;
  };
}

/** Today in the school's own zone, as year-month-day. */
export async function localDate(db: Db, schoolId: string, at: Temporal.Instant): Promise<string> {
  const zone = (await zoneOf(db, schoolId)) ?? 'Europe/London';
  return at.toZonedDateTimeISO(zone).toPlainDate().toString();
}

export async function documentInForce(
  db: Db,
  schoolId: string,
  at: Temporal.Instant,
): Promise<{ document: PolicyDocument; version: Awaited<ReturnType<typeof versionInForce>> | null }> {
  const version = await versionInForce(db, schoolId, await localDate(db, schoolId, at));
  if (!version) return { document: await loadModelPolicy('starter'), version: null };
  const document = await documentOf(db, schoolId, version.id);
  if (!document) throw fail.notFound('policy version');
  return { document, version };
}
