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
    const version = await versionNow(db, schoolId, at);
    if (!version) return policyInForce(starter, starter, null);
    const key = `${version.id} ${version.trust_version_id}`;
    const known = kept.get(key);
    if (known) return known;
    const { document, behind } = await documentsOf(db, schoolId, version);
    const read = policyInForce(document, behind, version.id);
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

export type VersionInForce = NonNullable<Awaited<ReturnType<typeof versionInForce>>>;

/** Which version is in force, without its document; null before the school has a policy. */
export async function versionNow(db: Db, schoolId: string, at: Temporal.Instant): Promise<VersionInForce | null> {
  return (await versionInForce(db, schoolId, await localDate(db, schoolId, at))) ?? null;
}

export async function documentInForce(
  db: Db,
  schoolId: string,
  at: Temporal.Instant,
): Promise<{ document: PolicyDocument; version: VersionInForce | null }> {
  const version = await versionNow(db, schoolId, at);
  if (!version) return { document: await loadModelPolicy('starter'), version: null };
  const document = await documentOf(db, schoolId, version.id);
  if (!document) throw fail.notFound('policy version');
  return { document, version };
}

export interface Documents {
  readonly document: PolicyDocument;
  /** What answers where it is silent: the trust's policy, and behind that the starter. */
  readonly behind: PolicyDocument;
}

/** Of a version as it was read from the database; the starter alone for a school without one. */
export async function documentsOf(
  db: Db,
  schoolId: string,
  version: Pick<VersionInForce, 'id' | 'trust_version_id'> | null,
): Promise<Documents> {
  const starter = await loadModelPolicy('starter');
  if (!version) return { document: starter, behind: starter };
  const { id, trust_version_id: trustVersionId } = version;
  const [document, trust] = await Promise.all([
    documentOf(db, schoolId, id),
    trustVersionId === null ? null : trustDocument(db, 'of-this-school', trustVersionId),
  ]);
  if (!document) throw fail.notFound('policy version');
  return { document, behind: behindSchool(starter, trust) };
}

export async function documentsInForce(
  db: Db,
  schoolId: string,
  at: Temporal.Instant,
): Promise<Documents & { readonly version: VersionInForce | null }> {
  const version = await versionNow(db, schoolId, at);
  return { ...(await documentsOf(db, schoolId, version)), version };
}
