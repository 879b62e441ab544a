import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventKind } from './classify-event.ts';
import { changesNothing, planCalendar, type CalendarPlan, type KeptLine } from './plan-calendar.ts';
import type { Occurrence } from './expand-series.ts';
import type { CalendarFile } from './read-calendar-file.ts';

const TODAY = '2026-11-20';
const occurrence = (key: string, kind: EventKind, starts: string, ends = starts, name = key): Occurrence => ({
  key,
  uid: key,
  kind,
  name,
  starts,
  ends,
});
const file = (occurrences: readonly Occurrence[], more: Partial<CalendarFile> = {}): CalendarFile => ({
  ok: true,
  name: '',
  onlyCancels: false,
  series: [],
  occurrences,
  cancelled: [],
  notes: [],
  ...more,
});
const kept = (id: string, one: Occurrence, eventKey: string | null = one.key): KeptLine => ({
  id,
  kind: one.kind as 'inset',
  name: one.name,
  starts: one.starts,
  ends: one.ends,
  eventKey,
});
const after = (lines: readonly KeptLine[], plan: CalendarPlan): KeptLine[] => [
  ...lines.filter(
    (line) => ![...plan.gone, ...[...plan.moved, ...plan.known].map(({ before }) => before)].includes(line),
  ),
  ...[...plan.moved, ...plan.known].map(({ before, after: { key, ...line } }) => ({
    ...line,
    id: before.id,
    eventKey: key,
  })),
  ...plan.added.map(({ key, ...line }) => ({ ...line, id: `new ${key}`, eventKey: key })),
];

const INSET = occurrence('a', 'inset', '2027-01-04');
const HALF_TERM = occurrence('b', 'holiday', '2027-02-15', '2027-02-19');

describe('what an import would change', () => {
  it('is everything the first time, and nothing the second', () => {
    const first = planCalendar(file([INSET, HALF_TERM]), [], TODAY);
    expect(first.added).toHaveLength(2);
    const second = planCalendar(file([INSET, HALF_TERM]), after([], first), TODAY);
    expect(changesNothing(second)).toBe(true);
    expect(second.same).toBe(2);
  });

  it('tells moved and gone from new, by the event and not by its words', () => {
    const lines = [kept('1', INSET), kept('2', HALF_TERM)];
    const moved = { ...INSET, starts: '2027-01-05', ends: '2027-01-05' };
    const plan = planCalendar(file([moved, occurrence('c', 'closure', '2027-05-06')]), lines, TODAY);
    expect(plan.moved.map(({ before, after: to }) => [before.id, to.starts])).toEqual([['1', '2027-01-05']]);
    expect(plan.gone.map(({ id }) => id)).toEqual(['2']);
    expect(plan.added.map(({ key }) => key)).toEqual(['c']);
  });

  it('never touches what was entered by hand, but knows it again', () => {
    const byHand = kept('1', { ...INSET, name: 'Training' }, null);
    expect(planCalendar(file([]), [byHand], TODAY)).toMatchObject({ gone: [], added: [] });
    const plan = planCalendar(file([INSET]), [byHand], TODAY);
    expect(plan.added).toEqual([]);
    expect(plan.known.map(({ before }) => before.id)).toEqual(['1']);
  });

  it('lets a calendar forget what is over', () => {
    const past = kept('1', occurrence('old', 'inset', '2026-09-01'));
    expect(planCalendar(file([]), [past], TODAY).gone).toEqual([]);
  });

  it('takes back only what a cancelling file names', () => {
    const lines = [kept('1', INSET), kept('2', HALF_TERM)];
    const plan = planCalendar(file([], { onlyCancels: true, cancelled: ['a'] }), lines, TODAY);
    expect(plan.gone.map(({ id }) => id)).toEqual(['1']);
  });

  it('makes a term of a beginning and the end after it, and says what has no partner', () => {
    const plan = planCalendar(
      file([
        occurrence('e', 'term-ends', '2026-12-18', '2026-12-18', 'Last day of term'),
        occurrence('b', 'term-begins', '2026-09-03', '2026-09-03', 'Autumn term begins'),
        occurrence('x', 'term-ends', '2027-03-25', '2027-03-25', 'School breaks up'),
        occurrence('y', 'term-begins', '2027-04-12', '2027-04-12', 'Back to school'),
      ]),
      [],
      TODAY,
    );
    expect(plan.added).toEqual([
      { key: 'b', kind: 'term', name: 'Autumn term', starts: '2026-09-03', ends: '2026-12-18' },
    ]);
    expect(plan.notes).toHaveLength(2);
  });

  it('cannot be taken while terms overlap', () => {
    const autumn = occurrence('a', 'term', '2026-09-03', '2026-12-18');
    const other = kept('1', occurrence('hand', 'term', '2026-11-02', '2026-12-11'), null);
    expect(planCalendar(file([autumn]), [other], TODAY).problems).toHaveLength(1);
    expect(planCalendar(file([occurrence('a', 'term', '2026-09-03', '2027-09-02')]), [], TODAY).problems).toHaveLength(
      1,
    );
    expect(planCalendar(file([autumn]), [], TODAY).problems).toEqual([]);
  });

  it('changes its digest with whatever it would change', () => {
    const one = planCalendar(file([INSET]), [], TODAY);
    expect(planCalendar(file([INSET]), [], TODAY).digest).toBe(one.digest);
    expect(planCalendar(file([{ ...INSET, name: 'Other' }]), [], TODAY).digest).not.toBe(one.digest);
  });

  it('leaves nothing to change once it was taken, whatever stood there and whatever comes', () => {
    const day = fc.integer({ min: 0, max: 300 }).map((days) => Temporal.PlainDate.from(TODAY).add({ days }).toString());
    const events = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        kind: fc.constantFrom<EventKind>('inset', 'closure', 'holiday'),
        starts: day,
      }),
      { selector: ({ key }) => key, maxLength: 6 },
    );
    const asFile = (list: readonly { key: string; kind: EventKind; starts: string }[]) =>
      file(list.map(({ key, kind, starts }) => occurrence(key, kind, starts)));
    fc.assert(
      fc.property(events, events, events, (before, byHand, next) => {
        const start = byHand.map(({ key, kind, starts }) => kept(`hand ${key}`, occurrence(key, kind, starts), null));
        const once = after(start, planCalendar(asFile(before), start, TODAY));
        const twice = after(once, planCalendar(asFile(next), once, TODAY));
        expect(changesNothing(planCalendar(asFile(next), twice, TODAY))).toBe(true);
        expect(twice.filter(({ eventKey }) => eventKey !== null)).toHaveLength(next.length);
      }),
    );
  });
});
