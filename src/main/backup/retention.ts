// Which backups have served their time: the newest of each of the last days, weeks and months stays.

export interface Kept {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

export interface DatedFile {
  readonly name: string;
  readonly at: Temporal.Instant;
}

/** @returns those to delete. The newest of all is never among them. */
export function expired(files: readonly DatedFile[], kept: Kept, zone: string): DatedFile[] {
  const newestFirst = files.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at));
  const stay = new Set(newestFirst.slice(0, 1));
  const periods: readonly (readonly [number, (day: Temporal.PlainDate) => string])[] = [
    [kept.daily, (day) => day.toString()],
    [kept.weekly, (day) => `${day.yearOfWeek}-${day.weekOfYear}`],
    [kept.monthly, (day) => day.toPlainYearMonth().toString()],
  ];
  for (const [count, periodOf] of periods) {
    const seen = new Set<string>();
    for (const file of newestFirst) {
      const period = periodOf(file.at.toZonedDateTimeISO(zone).toPlainDate());
      if (seen.has(period)) continue;
      if (seen.size >= count) break;
      seen.add(period);
      stay.add(file);
    }
  }
  return newestFirst.filter((file) => !stay.has(file));
}
