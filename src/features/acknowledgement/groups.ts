// Who is asked to confirm the policy: the groups of people that its settings name, and the kind of confirmation of each. Pure.

/** The kinds of people that are counted apart, in the order in which reports show them. */
export const GROUPS = [
  'staff',
  'teaching',
  'support',
  'supply',
  'volunteer',
  'contractor',
  'governor',
  'runner',
  'responsible',
  'carer',
  'pupil',
  'visitor',
] as const;
export type Group = (typeof GROUPS)[number];

export const GROUP_LABELS: Readonly<Record<Group, string>> = {
  staff: 'Staff, all together',
  teaching: 'Teaching staff',
  support: 'Support staff',
  supply: 'Supply and agency staff',
  volunteer: 'Volunteers',
  contractor: 'Contractors',
  governor: 'Governors',
  runner: 'Whoever runs or writes for an account',
  responsible: 'The headteacher and the named responsible persons',
  carer: 'Parents and carers',
  pupil: 'Pupils',
  visitor: 'Visitors',
};

/** Whoever names staff names all of it; teaching and support staff are counted apart as well. */
const STAFF: readonly Group[] = ['staff', 'teaching', 'support'];

/** What `ack.who` names. */
const NAMED: Readonly<Record<string, readonly Group[]>> = {
  staff: STAFF,
  teaching: ['teaching'],
  support: ['support'],
  supply: ['supply'],
  volunteers: ['volunteer'],
  contractors: ['contractor'],
  runners: ['runner'],
  governors: ['governor'],
  'other-adults': ['supply', 'contractor', 'volunteer'],
  'responsible-persons': ['responsible'],
  parents: ['carer'],
  pupils: ['pupil'],
  visitors: ['visitor'],
};

/** What `scope.personTypes` names. */
const BOUND: Readonly<Record<string, readonly Group[]>> = {
  staff: STAFF,
  teaching: ['teaching'],
  support: ['support'],
  supply: ['supply'],
  governor: ['governor'],
  contractor: ['contractor'],
  volunteer: ['volunteer'],
  'external-runner': ['runner'],
  carer: ['carer'],
  pupil: ['pupil'],
};

export type Kind = 'read' | 'quiz' | 'signature';

export interface Asking {
  readonly groups: readonly Group[];
  /** How somebody of these groups confirms: as the policy says for whom it names, by reading for whom it only binds. */
  readonly kindFor: (groups: readonly string[]) => Kind;
}

/** Everybody whom the policy binds is enrolled; those whom it names confirm in the way that it names. */
export function askingOf(who: readonly string[], bound: readonly string[], kind: Kind): Asking {
  const named = new Set<string>(who.flatMap((word) => NAMED[word] ?? []));
  const enrolled = new Set<string>([...named, ...bound.flatMap((word) => BOUND[word] ?? [])]);
  return {
    groups: GROUPS.filter((group) => enrolled.has(group)),
    kindFor: (groups) => (groups.some((group) => named.has(group)) ? kind : 'read'),
  };
}
