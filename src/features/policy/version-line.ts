// The versions of a school in the order in which they count, those taken back left out. Pure.
import type { VersionRow } from './queries.ts';

/** Newest version of the latest day last. */
export const livingVersions = (rows: readonly VersionRow[]): VersionRow[] =>
  rows.filter(({ why }) => why === null).toReversed();

/** @param living as `livingVersions` gives them */
export const versionOn = (living: readonly VersionRow[], date: string): VersionRow | undefined =>
  living.findLast(({ effective_on: day }) => day <= date);

/** The policy that a version changes: the last one before it that was put in force whole. */
export const wholeBefore = (living: readonly VersionRow[], version: VersionRow): VersionRow =>
  living.slice(0, living.indexOf(version) + 1).findLast(({ changes }) => changes === null) ?? version;

/** Versions that begin after a day and build on what is in force on it: all until another policy is put in force whole. */
export const waitingAfter = (living: readonly VersionRow[], date: string): VersionRow[] =>
  untilWhole(living.filter(({ effective_on: day }) => day > date));

/** The same, behind a version that may begin on the same day. */
export const waitingBehind = (living: readonly VersionRow[], version: VersionRow): VersionRow[] =>
  untilWhole(living.slice(living.indexOf(version) + 1));

function untilWhole(versions: readonly VersionRow[]): VersionRow[] {
  const whole = versions.findIndex(({ changes }) => changes === null);
  return whole < 0 ? [...versions] : versions.slice(0, whole);
}
