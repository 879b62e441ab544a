// Which people the page shows, as its address says it; the file for spreadsheets and the sheet for signatures follow the same.
const KEYS = ['versionId', 'state', 'group', 'className'] as const;

export type Filters = Partial<Record<(typeof KEYS)[number], string>>;

export const filtersOf = ({ searchParams }: URL): Filters =>
  Object.fromEntries(KEYS.flatMap((key) => (searchParams.get(key) ? [[key, searchParams.get(key)]] : []))) as Filters;

/** The same from the hidden fields of a form, whose own address says only which form it is. */
export const filtersIn = (input: Readonly<Record<string, unknown>>): Filters => {
  const kept = (input['filters'] ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    KEYS.flatMap((key) => (typeof kept[key] === 'string' && kept[key] !== '' ? [[key, kept[key]]] : [])),
  ) as Filters;
};

export const STATE_LABELS = {
  overdue: 'Late',
  refused: 'Not accepted',
  due: 'In time',
  confirmed: 'Confirmed',
} as const;

export const addressWith = (path: string, filters: Filters, more: Record<string, string> = {}): string => {
  const query = new URLSearchParams({ ...filters, ...more }).toString();
  return query === '' ? path : `${path}?${query}`;
};
