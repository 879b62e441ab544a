// How many had acknowledged the policy, how many were trained, and how much was overdue, on each of a row of days. Pure.
// Every fact stands on the day on which it happened: a paper signed in September and filed in November counts in September.

/** One thing asked of one person: to acknowledge a version, to complete a module. */
export interface Asking {
  readonly personId: string;
  readonly askedOn: string;
  /** Null where the policy sets no time. */
  readonly dueOn: string | null;
  /** Stretches of days through which it was done: an end of null lasts. */
  readonly done: readonly { readonly from: string; readonly until: string | null }[];
}

export interface DayCoverage {
  /** People of whom something was asked by then. */
  readonly people: number;
  /** Those who had done all of it. */
  readonly complete: number;
  /** Those with something past its day. */
  readonly overdue: number;
}

export function coverageOn(askings: readonly Asking[], day: string): DayCoverage {
  const byPerson = Map.groupBy(
    askings.filter(({ askedOn }) => askedOn <= day),
    ({ personId }) => personId,
  );
  let complete = 0;
  let overdue = 0;
  for (const asked of byPerson.values()) {
    if (asked.every((one) => isDone(one, day))) complete += 1;
    else if (asked.some((one) => isOverdue(one, day))) overdue += 1;
  }
  return { people: byPerson.size, complete, overdue };
}

const isDone = ({ done }: Asking, day: string): boolean =>
  done.some(({ from, until }) => from <= day && (until === null || until >= day));

/** What ran out is overdue from the day after, whenever it was first asked for. */
function isOverdue(asking: Asking, day: string): boolean {
  if (isDone(asking, day)) return false;
  const ranOut = asking.done.some(({ until }) => until !== null && until < day);
  return ranOut || (asking.dueOn !== null && asking.dueOn < day);
}

const MOST_POINTS = 54;

/** Days at even distances, the last day always among them: at most about one a week of a year. */
export function daysOf(since: string, until: string): string[] {
  const [first, last] = [Temporal.PlainDate.from(since), Temporal.PlainDate.from(until)];
  const length = first.until(last).days;
  const step = Math.max(1, Math.ceil(length / (MOST_POINTS - 1)));
  const count = Math.floor(length / step);
  return Array.from({ length: count + 1 }, (_, i) => last.subtract({ days: (count - i) * step }).toString());
}

/** The day from which there is something to draw: nothing is asked before there is a policy. */
export const firstAsked = (askings: readonly Asking[], since: string): string => {
  const first = askings.map(({ askedOn }) => askedOn).toSorted()[0];
  return first !== undefined && first > since ? first : since;
};
