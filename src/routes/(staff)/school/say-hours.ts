// The school's hours as one says them: "Monday to Thursday 08:45 to 15:30, Friday 08:45 to 14:00". Pure.
interface Day {
  readonly label: string;
  readonly opens: string;
  readonly closes: string;
}

/** @param week the seven days in their order; null on a day without school */
export function sayHours(week: readonly (Day | null)[]): string {
  const stretches: Day[][] = [];
  let before: Day | null = null;
  for (const day of week) {
    if (day && before?.opens === day.opens && before.closes === day.closes) stretches.at(-1)!.push(day);
    else if (day) stretches.push([day]);
    before = day;
  }
  return stretches
    .flatMap(([first, ...rest]) => {
      if (!first) return [];
      const last = rest.at(-1);
      const days = last ? `${first.label} ${rest.length > 1 ? 'to' : 'and'} ${last.label}` : first.label;
      return [`${days} ${first.opens} to ${first.closes}`];
    })
    .join(', ');
}
