// What the pages on training call states, kinds and groups.

export const STATES = {
  done: { tone: 'done', label: 'Done' },
  due: { tone: 'hold', label: 'To do' },
  renew: { tone: 'look', label: 'Runs out soon' },
  overdue: { tone: 'stop', label: 'Overdue' },
} as const;

export const HOW = {
  read: 'Read',
  quiz: 'Questions answered',
  session: 'At a session',
  certificate: 'By a certificate',
} as const;

export const KINDS = { advice: 'Advice', update: 'Update', reminder: 'Reminder' } as const;
export const EVERY = { once: 'Once', term: 'Each term', year: 'Each school year' } as const;

interface Word {
  readonly value: string;
  readonly label: string;
}

/** For whom something can be, in the order to offer it. */
export const targetOptions = ({
  workingTypes,
  responsibilities,
}: Readonly<Record<'workingTypes' | 'responsibilities', readonly Word[]>>): Word[] => [
  { value: 'all', label: 'All adults of the school' },
  { value: 'runners', label: 'Everybody who writes for an account' },
  ...workingTypes.map(({ value, label }) => ({ value: `type:${value}`, label })),
  ...responsibilities.map(({ value, label }) => ({ value: `responsibility:${value}`, label })),
];
