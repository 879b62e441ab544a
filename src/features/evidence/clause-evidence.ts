// The evidence of one clause, worked out from counts: what its controls did, what named it as the reason, and what is missing.
import type { Control } from '#kernel/control.ts';
import type { Source } from './sources.ts';
import { allOf, tallyOf, type Count, type Tally } from './tally.ts';

/** `working` = with evidence; `quiet` = works, nothing has happened yet; `not-yet` = nobody makes any of it real. */
export const clauseStates = ['working', 'quiet', 'not-yet'] as const;
export type ClauseState = (typeof clauseStates)[number];

export interface RestingClause {
  readonly id: string;
  readonly 'rests-on': readonly string[];
}

export interface ControlEvidence {
  readonly id: string;
  readonly promise: string;
  readonly cannot: string | null;
  readonly kind: Control['kind'];
  readonly isReal: boolean;
  /** What counts, where that needs saying. */
  readonly counts: string | null;
  readonly actions: readonly { readonly name: string; readonly tally: Tally }[];
  readonly tally: Tally;
}

export interface ClauseEvidence {
  readonly id: string;
  readonly state: ClauseState;
  /** Each entry once, however many controls it is evidence of. */
  readonly tally: Tally;
  /** Those among them that name this clause as their reason. */
  readonly named: Tally;
  readonly controls: readonly ControlEvidence[];
  /** Actions outside its controls whose entries named it. */
  readonly elsewhere: readonly { readonly name: string; readonly tally: Tally }[];
  /** The entries that were counted, a kind each: what a page walks back by. */
  readonly kinds: readonly Count[];
  readonly gaps: readonly string[];
}

/** Counts put where they can be found: a policy may have two thousand clauses, and a hundred versions. */
export interface Counted {
  readonly versions: readonly string[];
  readonly byVersion: ReadonlyMap<string, ReadonlyMap<string, readonly Count[]>>;
  readonly byClause: ReadonlyMap<string, readonly Count[]>;
}

export function countedBy(counts: readonly Count[]): Counted {
  const entries = counts.filter(({ clause }) => clause === '');
  const byVersion = new Map(
    [...Map.groupBy(entries, ({ version }) => version)].map(([version, rows]) => [
      version,
      Map.groupBy(rows, ({ action }) => action),
    ]),
  );
  const byClause = Map.groupBy(
    counts.filter(({ clause }) => clause !== ''),
    ({ clause }) => clause,
  );
  return { versions: [...byVersion.keys()], byVersion, byClause };
}

export interface Ground {
  readonly built: ReadonlyMap<string, Control>;
  readonly planned: ReadonlyMap<string, Control>;
  readonly sources: ReadonlyMap<string, Source>;
  /** What a clause rested on in each version; undefined where that version has no such clause. */
  restsOn(version: string, clauseId: string): readonly string[] | undefined;
}

export function evidenceOf(clause: RestingClause, counted: Counted, ground: Ground): ClauseEvidence {
  const { built, planned, sources, restsOn } = ground;
  /** As the clause stood in the version under which it happened. */
  const countsOf = (controlId: string, action: string): Count[] =>
    counted.versions
      .filter((version) => restsOn(version, clause.id)?.includes(controlId) === true)
      .flatMap((version) => counted.byVersion.get(version)?.get(action) ?? []);
  const controls = clause['rests-on'].flatMap((id): ControlEvidence[] => {
    const control = built.get(id) ?? planned.get(id);
    if (!control) return [];
    const source = sources.get(id);
    const actions = (source?.actions ?? []).map((name) => ({ name, counts: countsOf(id, name) }));
    return [
      {
        id,
        promise: control.promise,
        cannot: control.cannot ?? null,
        kind: control.kind,
        isReal: built.has(id),
        counts: source?.counts ?? null,
        actions: actions.map(({ name, counts }) => ({ name, tally: tallyOf(counts) })),
        tally: tallyOf(actions.flatMap(({ counts }) => counts)),
      },
    ];
  });
  const naming = (counted.byClause.get(clause.id) ?? []).filter(
    ({ version }) => restsOn(version, clause.id) !== undefined,
  );
  const own = ownKinds(clause, counted, ground);
  const ownKeys = new Set(own.map(({ action, version }) => `${version} ${action}`));
  const besides = naming.filter(({ action, version }) => !ownKeys.has(`${version} ${action}`));
  const kinds = [...own, ...besides];
  const tally = tallyOf(kinds);
  const isReal = controls.some((control) => control.isReal);
  return {
    id: clause.id,
    state: !isReal ? 'not-yet' : allOf(tally) > 0 ? 'working' : 'quiet',
    tally,
    named: tallyOf(naming),
    controls,
    elsewhere: [...Map.groupBy(besides, ({ action }) => action)].map(([name, counts]) => ({
      name,
      tally: tallyOf(counts),
    })),
    kinds,
    gaps: gapsOf(controls),
  };
}

/** Entries of the actions that serve its controls, each once, however many of them it serves. */
function ownKinds({ id }: RestingClause, { versions, byVersion }: Counted, { sources, restsOn }: Ground): Count[] {
  return versions.flatMap((version) => {
    const actions = new Set((restsOn(version, id) ?? []).flatMap((control) => sources.get(control)?.actions ?? []));
    return [...actions].flatMap((action) => byVersion.get(version)?.get(action) ?? []);
  });
}

function gapsOf(controls: readonly ControlEvidence[]): string[] {
  return controls.flatMap(({ isReal, promise, tally, actions }) => {
    if (!isReal) return [`Not yet: ${promise}`];
    if (allOf(tally) > 0 || actions.length === 0) return [];
    return [`Nothing has happened yet in these days: ${promise}`];
  });
}
