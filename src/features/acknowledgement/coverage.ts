// How many of each group have confirmed, refused, or let the time pass. Pure.
import { GROUP_LABELS, type Group } from './groups.ts';
import type { State } from './standing.ts';

export interface Counted {
  readonly people: number;
  readonly confirmed: number;
  readonly refused: number;
  readonly overdue: number;
  /** Asked, and still in time. */
  readonly due: number;
}

export interface GroupCount extends Counted {
  readonly group: Group;
  readonly label: string;
}

interface Line {
  readonly groups: readonly string[];
  readonly standing: { readonly state: State };
}

/** Somebody in two groups counts in both, and once in all. A group without people is shown: nobody is forgotten silently. */
export function coverageOf(groups: readonly Group[], lines: readonly Line[]): { all: Counted; groups: GroupCount[] } {
  return {
    all: count(lines),
    groups: groups.map((group) => ({
      group,
      label: GROUP_LABELS[group],
      ...count(lines.filter((line) => line.groups.includes(group))),
    })),
  };
}

function count(lines: readonly Line[]): Counted {
  const of = (state: State) => lines.filter(({ standing }) => standing.state === state).length;
  return {
    people: lines.length,
    confirmed: of('confirmed'),
    refused: of('refused'),
    overdue: of('overdue'),
    due: of('due'),
  };
}
