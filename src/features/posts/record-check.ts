// Checks a saved version and keeps what was found with it, each finding citing its clause.
import type { Context } from '#kernel/context.ts';
import type { Finding } from '#features/checks/index.ts';
import { savedDraft, type Draft } from './draft-facts.ts';
import { storedFinding, type Checked, type PlacedFinding } from './evaluate.ts';
import { judge, type Judgement } from './judgement.ts';
import { contestRows, findingRows, versionRow } from './queries.ts';
import { writeCheck } from './write-queries.ts';
import { saidOf } from './view-schema.ts';

/** A check of the very same text is good for this long; names may have joined the roll since. */
const GOOD_FOR_MINUTES = 10;

export interface RecordedCheck {
  readonly draft: Draft;
  readonly judgement: Judgement;
  readonly said: ReturnType<typeof saidOf>;
}

/** @param reuse a check of the very same draft that is some minutes old at most */
export async function recordCheck(
  context: Context,
  post: { id: string; version_id: string; opened_by: string },
  { reuse = false }: { reuse?: boolean } = {},
): Promise<RecordedCheck> {
  const { db, scopeId } = context;
  const [draft, contests] = await Promise.all([savedDraft(context, post), contestRows(db, scopeId, post.id)]);
  const known = reuse ? await knownCheck(context, post.version_id) : undefined;
  const judgement = await judge(context, draft, contests, { known });
  if (known?.digest !== judgement.digest) await keepFindings(context, post.version_id, judgement);
  return { draft, judgement, said: saidOf(judgement) };
}

/** What was found is kept with the version: as its author saw it, then as whoever decided saw it. */
export const keepFindings = (
  { db, scopeId, now }: Context,
  versionId: string,
  { checked, digest, policy }: Judgement,
): Promise<void> =>
  writeCheck(db, {
    schoolId: scopeId,
    versionId,
    outcome: checked.outcome,
    checkedSha256: digest,
    at: now,
    policyVersionId: policy.versionId,
    findings: checked.findings.map(storedFinding),
  });

async function knownCheck(
  { db, scopeId, at }: Context,
  versionId: string,
): Promise<{ digest: string; checked: Checked } | undefined> {
  const version = await versionRow(db, scopeId, versionId);
  if (version.checked_sha256 === null || version.checked_at === null || version.outcome === null) return undefined;
  const age = Temporal.Instant.from(version.checked_at).until(at).total('minutes');
  if (age > GOOD_FOR_MINUTES) return undefined;
  const rows = await findingRows(db, scopeId, versionId);
  const findings = rows.map((row): PlacedFinding => ({
    rule: row.rule as Finding['rule'],
    severity: row.severity as Finding['severity'],
    clauses: row.clauses,
    byDefault: row.source === 'default',
    part: row.part,
    start: row.starts,
    end: row.ends,
    excerpt: row.excerpt,
    message: row.message,
    remedy: row.remedy,
    fixes: row.fixes,
    who: (row.decided_by_role || null) as Finding['who'],
    contestable: row.contestable,
  }));
  return { digest: version.checked_sha256, checked: { outcome: version.outcome as Checked['outcome'], findings } };
}
