// What a change of one setting would come to: on which version it builds, what it says then, and what waits after it.
import { canonicalText, sha256, type Json } from '#kernel/canonical.ts';
import type { Context } from '#kernel/context.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import { fail } from '#kernel/errors.ts';
import { answerOf, sameAnswer, type Answer } from './answer.ts';
import { possibleAnswer } from './check-answer.ts';
import { controlsReading } from './controls-reading.ts';
import type { GivenSetting, PolicyDocument } from './document.ts';
import { localDate } from './in-force-at.ts';
import { mustBeAhead } from './put-in-force.ts';
import { accountsNamed, documentOf, givenByVersion, versionRows, type VersionRow } from './queries.ts';
import { settingById } from './settings/index.ts';
import type { Setting } from './setting.ts';
import { behindOn, refuseAgainstLocks } from './trust/against-locks.ts';
import { livingVersions, versionOn, waitingAfter, wholeBefore } from './version-line.ts';
import { withAnswer } from './with-answer.ts';

export interface WantedChange {
  readonly settingId: string;
  readonly is: unknown;
  /** Left out: those of the version it builds on. */
  readonly overrides?: Answer['overrides'] | undefined;
  readonly effectiveOn?: string | undefined;
  readonly reason?: string | undefined;
}

export interface PlannedChange {
  readonly setting: Setting<unknown>;
  readonly effectiveOn: string;
  readonly today: string;
  readonly rows: readonly VersionRow[];
  readonly living: readonly VersionRow[];
  readonly before: Answer;
  readonly after: Answer;
  /** What the policy, as it was put in force whole, answers. */
  readonly adopted: Answer;
  readonly adoptedDocument: PolicyDocument;
  readonly document: PolicyDocument;
  readonly revision: string;
  /** Versions that wait for a later day and will be built on this change. */
  readonly waiting: readonly VersionRow[];
}

export async function planChange(context: Context, wanted: WantedChange): Promise<PlannedChange> {
  const { db, scopeId, at, controls } = context;
  const setting = settingFor(wanted.settingId);
  const today = await localDate(db, scopeId, at);
  const effectiveOn = wanted.effectiveOn ?? today;
  mustBeAhead(effectiveOn, today);
  const [rows, given, starter] = await Promise.all([
    versionRows(db, scopeId),
    givenByVersion(db, scopeId, setting.id),
    behindOn(db, effectiveOn),
  ]);
  const living = livingVersions(rows);
  const base = versionOn(living, effectiveOn);
  if (!base) throw fail.notFound('policy in force', { remedy: 'Put a policy in force first.' });
  const whole = wholeBefore(living, base);
  const [document, adoptedDocument] = await Promise.all([
    documentOf(db, scopeId, base.id),
    documentOf(db, scopeId, whole.id),
  ]);
  if (!document || !adoptedDocument) throw fail.notFound('policy version');
  const before = answerOf(document, starter, setting.id);
  const typed = { is: wanted.is, overrides: wanted.overrides ?? before.overrides };
  // What the policy already says of an account stays as it is.
  const named = typed.overrides.flatMap(({ account }) => account ?? []);
  const kept = before.overrides.flatMap(({ account }) => account ?? []);
  const known = await accountsNamed(db, scopeId, new Set(named).difference(new Set(kept)));
  const after = possibleAnswer(setting, typed, document, new Set([...known, ...kept]));
  if (sameAnswer(before, after)) throw nothingChanges(effectiveOn);
  const change = { settingId: setting.id, answer: after, because: wanted.reason ?? '' };
  const changed = withAnswer(document, change, {
    adopted: adoptedDocument,
    starter,
    controlIds: controlsReading(setting.id, controls).map(({ control }) => control.id),
  });
  await refuseAgainstLocks(context, changed, effectiveOn, setting.id);
  return {
    setting,
    effectiveOn,
    today,
    rows,
    living,
    before,
    after,
    adopted: answerOf(adoptedDocument, starter, setting.id),
    adoptedDocument,
    document: changed,
    revision: revisionOf(living, given, today),
    waiting: waitingAfter(living, effectiveOn),
  };
}

export function settingFor(settingId: string): Setting<unknown> {
  const setting = settingById(settingId);
  if (!setting) throw fail.notFound('setting', { remedy: 'Look it up in the list of settings.' });
  return setting;
}

/** Stands for everything that is answered from today on: whoever saw another one has not seen what changes now. */
export function revisionOf(
  living: readonly VersionRow[],
  given: ReadonlyMap<string, GivenSetting | null>,
  today: string,
): string {
  const now = versionOn(living, today);
  const coming = living.filter(({ effective_on: day }) => day > today);
  const line = [now, ...coming].map((version) => ({
    on: version === now ? null : (version?.effective_on ?? null),
    given: (version ? (given.get(version.id) ?? null) : null) as Json,
  }));
  return sha256(canonicalText(line)).slice(0, 20);
}

const nothingChanges = (date: string) =>
  fail.invalid({
    code: 'nothing-changes',
    message: `That is the answer already on ${dayInWords(date)}.`,
    remedy: 'Choose another answer, or leave it as it is.',
    fields: [{ field: 'is', message: 'That is the answer already. Choose another, or leave it as it is.' }],
  });
