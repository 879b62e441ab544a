// Takes back a version whose day has not come; what waits behind it is written anew on what then holds.
import type { Context } from '#kernel/context.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import { fail } from '#kernel/errors.ts';
import { localDate } from './in-force-at.ts';
import { carryOver } from './put-version.ts';
import { documentOf, holdPolicy, insertWithdrawal, versionRows } from './queries.ts';
import { livingVersions, waitingBehind, wholeBefore } from './version-line.ts';

/** @throws for what is in force already, or was called off before */
export async function callOff(
  context: Context,
  changeId: string,
): Promise<{ readonly versionId: string; readonly effectiveOn: string }> {
  const { db, scopeId, actor, at, now } = context;
  await holdPolicy(db, scopeId);
  const [today, rows] = await Promise.all([localDate(db, scopeId, at), versionRows(db, scopeId)]);
  const living = livingVersions(rows);
  const version = living.find((one) => one.change_id === changeId);
  if (!version) {
    if (!rows.some((one) => one.change_id === changeId)) throw fail.notFound('change');
    throw fail.conflict({
      code: 'already-called-off',
      message: 'This change has been called off already.',
      remedy: 'There is nothing left to do.',
    });
  }
  if (version.effective_on <= today) {
    throw fail.conflict({
      code: 'already-in-force',
      message: `This has been in force since ${dayInWords(version.effective_on)}.`,
      remedy: 'Change the setting back instead, with a reason.',
    });
  }
  await insertWithdrawal(db, {
    schoolId: scopeId,
    versionId: version.id,
    why: 'cancelled',
    by: actor.kind === 'person' ? actor.personId : null,
    at: now,
  });
  const base = living[living.indexOf(version) - 1]!;
  const [document, adopted] = await Promise.all(
    [base, wholeBefore(living, base)].map(({ id }) => documentOf(db, scopeId, id)),
  );
  if (!document || !adopted) throw fail.notFound('policy version');
  const last = Math.max(...rows.map(({ n }) => n));
  const carried = await carryOver(context, { document, adopted, last }, waitingBehind(living, version));
  context.remark({ about: { carriedOver: carried.map(({ id }) => id) } });
  return { versionId: version.id, effectiveOn: version.effective_on };
}
