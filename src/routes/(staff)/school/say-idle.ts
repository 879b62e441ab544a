// How long a session may lie unused, in words, and which lengths are offered.

const OFFERED = [15, 30, 60, 120, 240, 480, 720, 1440];

/** "half an hour", "12 hours", "50 minutes" */
export function sayIdle(minutes: number): string {
  if (minutes === 30) return 'half an hour';
  if (minutes === 60) return 'an hour';
  return minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`;
}

/** @param now what is kept, which may have been set by a program to something that is not offered */
export const idleChoices = (now: number) =>
  [...new Set([...OFFERED, now])]
    .toSorted((one, other) => one - other)
    .map((minutes) => ({ value: String(minutes), label: sayIdle(minutes) }));
