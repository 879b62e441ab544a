// What taking an imported calendar would change: what is new, what moved, what is gone. Pure; nothing is changed here.
import { canonicalText, sha256, type Json } from '#kernel/canonical.ts';
import { daysInWords, lineProblem, type CalendarLine, type LineKind } from './calendar-line.ts';
import type { Occurrence } from './expand-series.ts';
import type { CalendarFile } from './read-calendar-file.ts';

/** A line as it stands in the calendar. */
export interface KeptLine extends CalendarLine {
  readonly id: string;
  /** Which event of an imported calendar it is; null = entered by hand. */
  readonly eventKey: string | null;
}

export interface EventLine extends CalendarLine {
  readonly key: string;
}

export interface CalendarPlan {
  readonly added: readonly EventLine[];
  readonly moved: readonly { readonly before: KeptLine; readonly after: EventLine }[];
  readonly gone: readonly KeptLine[];
  /** Entered by hand before, and now known to be this event. */
  readonly known: readonly { readonly before: KeptLine; readonly after: EventLine }[];
  readonly same: number;
  /** What keeps it from being taken. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  /** Of everything above that would be changed: whoever takes it says that this is what they saw. */
  readonly digest: string;
}

export function planCalendar(file: CalendarFile, kept: readonly KeptLine[], today: string): CalendarPlan {
  const { lines, notes } = linesOf(file.occurrences);
  const wanted = new Map(lines.map((line) => [line.key, line]));
  const imported = kept.filter(({ eventKey }) => eventKey !== null);
  const byHand = kept.filter(({ eventKey }) => eventKey === null);
  const before = new Map(imported.map((line) => [line.eventKey, line]));
  const added: EventLine[] = [];
  const moved: CalendarPlan['moved'][number][] = [];
  const known: CalendarPlan['known'][number][] = [];
  let same = 0;
  for (const after of wanted.values()) {
    const line = before.get(after.key);
    if (line) {
      if (isSame(line, after)) same += 1;
      else moved.push({ before: line, after });
      continue;
    }
    const typed = byHand.find((one) => hasDaysOf(one, after) && !known.some(({ before: taken }) => taken === one));
    if (typed) known.push({ before: typed, after });
    else added.push(after);
  }
  // A calendar may forget what is over; the school does not.
  const gone = imported.filter(({ eventKey, ends }) => ends >= today && isGone(file, eventKey!, wanted));
  const untouched = kept.filter(
    (line) => !gone.includes(line) && ![...moved, ...known].some(({ before: one }) => one === line),
  );
  const changes = { added, moved, gone, known };
  return {
    ...changes,
    same,
    problems: problemsOf(
      [...added, ...moved.map(({ after }) => after)],
      [...untouched, ...known.map(({ after }) => after)],
    ),
    notes: [...file.notes, ...notes],
    digest: sha256(canonicalText(changes as unknown as Json)),
  };
}

/** The calendar as it would stand once everything of the plan is done. */
export function linesAfter(kept: readonly KeptLine[], { added, moved, gone, known }: CalendarPlan): CalendarLine[] {
  const replaced = [...moved, ...known];
  const staying = kept.filter((line) => !gone.includes(line) && !replaced.some(({ before }) => before === line));
  return [...staying, ...replaced.map(({ after }) => after), ...added];
}

export const changesNothing = ({ added, moved, gone }: CalendarPlan): boolean =>
  added.length + moved.length + gone.length === 0;

function isGone(file: CalendarFile, key: string, wanted: ReadonlyMap<string, EventLine>): boolean {
  if (wanted.has(key)) return false;
  return !file.onlyCancels || file.cancelled.some((uid) => key === uid || key.startsWith(`${uid}#`));
}

const isSame = (line: CalendarLine, after: CalendarLine): boolean => hasDaysOf(line, after) && line.name === after.name;
const hasDaysOf = (line: CalendarLine, after: CalendarLine): boolean =>
  line.kind === after.kind && line.starts === after.starts && line.ends === after.ends;

/** Only what would make the calendar contradict itself: terms that overlap, and stretches that can only be slips. */
function problemsOf(incoming: readonly CalendarLine[], staying: readonly CalendarLine[]): string[] {
  const all = [...incoming, ...staying];
  return incoming.flatMap((line, i) => {
    const others = line.kind === 'term' ? all.filter((one, at) => at !== i && one.kind === 'term') : [];
    const problem = lineProblem(line, others);
    return problem ? [`${line.name} (${daysInWords(line)}): ${problem.message}`] : [];
  });
}

/** Occurrences as lines: each as it is, and a beginning with the end that follows it as one term. */
function linesOf(occurrences: readonly Occurrence[]): { lines: EventLine[]; notes: string[] } {
  const lines: EventLine[] = [];
  const marks: Occurrence[] = [];
  for (const one of occurrences) {
    if (one.kind === 'term-begins' || one.kind === 'term-ends') marks.push(one);
    else if (one.kind !== 'other') lines.push(lineOf(one.key, one.kind, one.name, one.starts, one.ends));
  }
  marks.sort((one, other) =>
    one.starts === other.starts ? (one.kind < other.kind ? -1 : 1) : one.starts < other.starts ? -1 : 1,
  );
  const notes: string[] = [];
  let begin: Occurrence | null = null;
  for (const mark of marks) {
    if (mark.kind === 'term-begins') {
      if (begin) notes.push(`${begin.name} (${begin.starts}) has no last day after it, so it makes no term.`);
      begin = mark;
    } else if (begin) {
      lines.push(lineOf(begin.key, 'term', termName(begin, mark), begin.starts, mark.ends));
      begin = null;
    } else {
      notes.push(`${mark.name} (${mark.ends}) has no first day before it, so it makes no term.`);
    }
  }
  if (begin) notes.push(`${begin.name} (${begin.starts}) has no last day after it, so it makes no term.`);
  return { lines, notes };
}

const lineOf = (key: string, kind: LineKind, name: string, starts: string, ends: string): EventLine => ({
  key,
  kind,
  name: name.slice(0, 100),
  starts,
  ends,
});

/** "Autumn term" where the words name a season, else by the month in which it begins. */
function termName(begin: Occurrence, end: Occurrence): string {
  const [season] = /autumn|winter|spring|summer|michaelmas|lent|trinity/i.exec(`${begin.name} ${end.name}`) ?? [];
  const [numbered] = /\bterm \d\b/i.exec(begin.name) ?? [];
  if (numbered !== undefined) return capital(numbered.toLowerCase());
  const month = Number(begin.starts.slice(5, 7));
  return `${capital((season ?? (month >= 8 ? 'autumn' : month <= 3 ? 'spring' : 'summer')).toLowerCase())} term`;
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
