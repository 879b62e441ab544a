// What an export says of a policy at its head: whose it is, how it stands today, its issue, its author and what is new.
import type { Context } from '#kernel/context.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import { localDate, versionRows } from '#features/policy/index.ts';
import { schoolRow } from '#features/schools/index.ts';
import { TRUST, type FoundDocument } from './document-at.ts';
import type { Edition } from './exporting/edition.ts';

export async function editionOf(
  { db, scopeId, at }: Pick<Context, 'db' | 'scopeId' | 'at'>,
  found: FoundDocument,
): Promise<Edition> {
  const [school, today, rows] = await Promise.all([
    schoolRow(db, scopeId),
    localDate(db, scopeId, at),
    found.version ? versionRows(db, scopeId) : [],
  ]);
  const zone = school?.zone ?? 'Europe/London';
  const inForce = rows.find(({ why, effective_on: day }) => why === null && day <= today);
  const row = rows.find(({ id }) => id === found.version?.id);
  return {
    title: found.document.title,
    school: found.kind === 'model' ? found.document.school : (school?.name ?? found.document.school),
    standing: standingOf(found, {
      today,
      isInForce: row !== undefined && row === inForce,
      isOff: row?.why === 'cancelled',
    }),
    issued: found.issued,
    authors: found.kind === 'model' ? [found.document.school] : found.authors,
    written:
      found.writtenAt === null
        ? null
        : Temporal.Instant.from(found.writtenAt).toZonedDateTimeISO(zone).toPlainDate().toString(),
    changeNote: found.changeNote,
    sha256: found.sha256,
  };
}

function standingOf(
  { kind, version, address }: FoundDocument,
  { today, isInForce, isOff }: { today: string; isInForce: boolean; isOff: boolean },
): string {
  if (address === TRUST) return 'Policy of the trust';
  if (kind === 'model') return 'Model policy, in force at no school by itself';
  if (!version) return 'Draft, not in force';
  const name = `Version ${version.n}`;
  const day = dayInWords(version.effectiveOn);
  if (isOff) return `${name}, called off before its day`;
  if (isInForce) return `${name}, in force since ${day}`;
  return version.effectiveOn > today
    ? `${name}, in force from ${day}`
    : `${name}, in force from ${day} until another followed`;
}
