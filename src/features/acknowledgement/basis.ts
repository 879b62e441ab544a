// Which version somebody is asked to confirm, and since when: a material change asks again, a correction does not. Pure.

export interface KnownVersion {
  readonly id: string;
  readonly n: number;
  readonly effective_on: string;
  readonly sha256: string;
  readonly material: boolean;
  readonly put_at: string;
  readonly reason: string;
}

export interface Basis {
  /** The version that is shown and confirmed. */
  readonly version: KnownVersion;
  /** The last one that asked everybody: from its day the time runs. */
  readonly since: KnownVersion;
  /** Confirming any of these counts: what came after `since` only corrected it. */
  readonly counting: readonly KnownVersion[];
  /** Its day has not come yet; it may be read and signed before. */
  readonly isAhead: boolean;
}

/** @param living versions in the order in which they count, those taken back left out */
export function basisOn(living: readonly KnownVersion[], day: string, today: string): Basis | null {
  const reached = living.filter(({ effective_on: from }) => from <= day);
  const version = reached.at(-1);
  if (!version) return null;
  const first = Math.max(
    0,
    reached.findLastIndex(({ material }) => material),
  );
  const since = reached[first]!;
  return { version, since, counting: reached.slice(first), isAhead: since.effective_on > today };
}

/** What is asked today: the version in force, and the next material one that waits for its day. */
export function basesOf(living: readonly KnownVersion[], today: string): Basis[] {
  const now = basisOn(living, today, today);
  const next = living.findLast(({ material, effective_on: from }) => material && from > today);
  const ahead = next ? basisOn(living, next.effective_on, today) : null;
  return [now, ahead].filter((basis) => basis !== null);
}

/** From when it is asked, and from when what somebody has said counts. */
export interface AskedSince {
  /** The day from which the time runs: the version’s own, or where it is asked each school year, that on which this one began. */
  readonly since: string;
  /** What was said before this day is of an earlier school year; null = what was said once stays. */
  readonly countsFrom: string | null;
}

/** @param schoolYear the day on which the present one began, where the policy asks again each school year; else null */
export function askedSince({ since: { effective_on: since } }: Basis, schoolYear: string | null): AskedSince {
  return schoolYear !== null && since < schoolYear
    ? { since: schoolYear, countsFrom: schoolYear }
    : { since, countsFrom: null };
}
