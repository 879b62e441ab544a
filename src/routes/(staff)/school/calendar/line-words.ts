// How pages name the lines of the calendar and the events of an imported one.
import type { LineKind } from '#features/schools/calendar/calendar-line.ts';
import type { EventKind } from '#features/schools/calendar/classify-event.ts';

export const lineKinds: readonly { readonly value: LineKind; readonly label: string }[] = [
  { value: 'term', label: 'Term' },
  { value: 'holiday', label: 'Holiday or half-term' },
  { value: 'inset', label: 'INSET day' },
  { value: 'closure', label: 'Other closure' },
];

export const eventKinds: readonly { readonly value: EventKind; readonly label: string }[] = [
  ...lineKinds,
  { value: 'term-begins', label: 'First day of a term' },
  { value: 'term-ends', label: 'Last day of a term' },
  { value: 'other', label: 'Does not count' },
];

export const kindInWords = (kind: EventKind): string => eventKinds.find(({ value }) => value === kind)?.label ?? kind;
