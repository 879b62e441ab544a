// Says a stretch of school time as people do: "2 hours 30 minutes of school time".

/** Whole minutes, rounded up, so that "1 minute" is still time left and "no school time" means none. */
export function schoolHoursInWords(left: Temporal.Duration): string {
  const minutes = Math.ceil(left.total('minutes'));
  if (minutes <= 0) return 'no school time';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 && count(hours, 'hour'), rest > 0 && count(rest, 'minute')].filter((part) => part !== false);
  return `${parts.join(' ')} of school time`;
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
