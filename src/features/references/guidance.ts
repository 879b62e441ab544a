// The register of law and guidance as it stands on a day: Gatepost’s own entries, those that the school looked at or entered, and what took whose place. Pure.
import { schoolYearStart } from '#features/schools/index.ts';
import type { GuidanceSeed } from './guidance-seeds.ts';
import { isGuidance, sameTitle } from './linked-kinds.ts';
import type { Named } from './linked.ts';

export const GUIDANCE_KINDS = {
  law: 'Law',
  'statutory-guidance': 'Statutory guidance',
  guidance: 'Guidance',
  advice: 'Advice',
} as const;
export type GuidanceKind = keyof typeof GUIDANCE_KINDS;
export const guidanceKinds = Object.keys(GUIDANCE_KINDS) as [GuidanceKind, ...GuidanceKind[]];

export interface GuidanceFacts {
  readonly kind: GuidanceKind;
  readonly title: string;
  readonly namedAs: string;
  readonly body: string;
  readonly edition: string;
  readonly section: string;
  readonly datedOn: string | null;
  readonly place: string;
  readonly note: string;
}

export interface GuidanceRow extends GuidanceFacts {
  readonly key: string;
  readonly successorKey: string | null;
  readonly ownerId: string | null;
  readonly checkedAt: string | null;
  readonly checkedBy: string | null;
  readonly citedAt: string | null;
}

/** `check` until the school has confirmed the edition, and again from each September. */
export type GuidanceState = 'checked' | 'check' | 'superseded';

export interface GuidanceEntry extends GuidanceRow {
  readonly state: GuidanceState;
  /** The entry that holds today in its place: itself, or the last of those that came after. */
  readonly currentKey: string;
  /** Names that the policy in force gives it. */
  readonly named: readonly Named[];
  /** The policy rests on it: it names it, or somebody cited it. */
  readonly isCited: boolean;
}

/** A document from outside that the policy names and nobody has entered. */
export type Unknown = Named;

export interface GuidanceRegister {
  readonly entries: readonly GuidanceEntry[];
  readonly unknown: readonly Unknown[];
}

export function guidanceRegister(
  seeds: readonly GuidanceSeed[],
  rows: readonly GuidanceRow[],
  named: readonly Named[],
  today: string,
): GuidanceRegister {
  const all = withSeeds(seeds, rows);
  const outside = named.filter(({ title }) => isGuidance(title));
  const meant = outside.map((one) => ({ one, key: entryNamed(all, seeds, one)?.key }));
  const entries = all.map((row): GuidanceEntry => {
    const names = meant.filter(({ key }) => key === row.key).map(({ one }) => one);
    return {
      ...row,
      state: stateOf(row, today),
      currentKey: currentOf(all, row).key,
      named: names,
      isCited: names.length > 0 || row.citedAt !== null,
    };
  });
  return { entries, unknown: meant.filter(({ key }) => key === undefined).map(({ one }) => one) };
}

/** An old edition that no longer matters to this school is left out of Gatepost’s own. */
export function withSeeds(seeds: readonly GuidanceSeed[], rows: readonly GuidanceRow[]): GuidanceRow[] {
  const own = new Set(rows.map(({ key }) => key));
  return [...seeds.filter(({ key }) => !own.has(key)).map(rowOfSeed), ...rows];
}

const rowOfSeed = ({ family: _family, successorKey, ...seed }: GuidanceSeed): GuidanceRow => ({
  ...seed,
  namedAs: '',
  successorKey: successorKey ?? null,
  ownerId: null,
  checkedAt: null,
  checkedBy: null,
  citedAt: null,
});

/** The last edition in the line; a line that leads back to itself ends where it began to. */
export function currentOf(all: readonly GuidanceRow[], from: GuidanceRow): GuidanceRow {
  const passed = new Set<string>();
  let here = from;
  while (here.successorKey !== null && !passed.has(here.key)) {
    passed.add(here.key);
    const next = all.find(({ key }) => key === here.successorKey);
    if (!next) break;
    here = next;
  }
  return here;
}

const yearIn = (text: string): string | null => /\b(?:19|20)\d{2}\b/.exec(text)?.[0] ?? null;

/** Which entry a policy means: of several editions the year that it names, else the one that holds today. */
function entryNamed(
  all: readonly GuidanceRow[],
  seeds: readonly GuidanceSeed[],
  { title }: Named,
): GuidanceRow | undefined {
  const families = new Set(seeds.filter(({ family }) => family?.test(title)).map(({ key }) => key));
  const meant = all.filter(
    (row) => families.has(row.key) || sameTitle(row.title, title) || sameTitle(row.namedAs, title),
  );
  const year = yearIn(title);
  const ofYear = year === null ? undefined : meant.find(({ edition }) => edition.includes(year));
  return ofYear ?? meant.find(({ successorKey }) => successorKey === null) ?? meant[0];
}

/** Does a policy name another edition than this one? */
export const namesOther = (entry: Pick<GuidanceFacts, 'edition'>, { title }: Named): boolean => {
  const year = yearIn(title);
  return year !== null && !entry.edition.includes(year);
};

function stateOf({ successorKey, checkedAt }: GuidanceRow, today: string): GuidanceState {
  if (successorKey !== null) return 'superseded';
  // New editions of statutory guidance come into force on the first of September.
  return checkedAt !== null && checkedAt.slice(0, 10) >= schoolYearStart(today) ? 'checked' : 'check';
}
