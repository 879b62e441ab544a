// What the number that answers a question counts: read from the last word of the setting's name. Pure.
const UNITS: readonly (readonly [RegExp, string, string])[] = [
  [/months$/i, 'month', 'months'],
  [/(days|interval)$/i, 'day', 'days'],
  [/hours$/i, 'hour', 'hours'],
  [/minutes$/i, 'minute', 'minutes'],
];

/** The unit in the plural, such as `hours`; empty where a number counts nothing, like a strength from 0 to 4. */
export const unitOf = (settingId: string): string => UNITS.find(([ends]) => ends.test(settingId))?.[2] ?? '';

/** "24 hours", "1 day", "3". */
export function amountInWords(settingId: string, value: number): string {
  const unit = UNITS.find(([ends]) => ends.test(settingId));
  return unit ? `${value} ${value === 1 ? unit[1] : unit[2]}` : String(value);
}
