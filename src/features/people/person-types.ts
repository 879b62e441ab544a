// What somebody can be to the school, in the words of its pages. Teaching and support staff are staff as well, whoever asks.

export const PERSON_TYPES = [
  'pupil',
  'staff',
  'teaching',
  'support',
  'supply',
  'governor',
  'volunteer',
  'contractor',
  'carer',
  'visitor',
] as const;
export type PersonType = (typeof PERSON_TYPES)[number];

export const TYPE_LABELS: Readonly<Record<PersonType, string>> = {
  pupil: 'Pupil',
  staff: 'Member of staff',
  teaching: 'Teaching staff',
  support: 'Support staff',
  supply: 'Supply or agency staff',
  governor: 'Governor',
  volunteer: 'Volunteer',
  contractor: 'Contractor',
  carer: 'Parent or carer',
  visitor: 'Visitor',
};

/** Adults who do something for the school: they can be given responsibilities and a way to sign in. */
export const WORKING_TYPES = [
  'staff',
  'teaching',
  'support',
  'supply',
  'governor',
  'volunteer',
  'contractor',
] as const satisfies readonly PersonType[];

/** Which staff somebody is, where that is said. */
export const STAFF_KINDS: readonly PersonType[] = ['teaching', 'support'];

export const isPersonType = (word: string): word is PersonType => (PERSON_TYPES as readonly string[]).includes(word);
export const isWorkingType = (word: string): boolean => (WORKING_TYPES as readonly string[]).includes(word);
export const isStaffKind = (word: string): boolean => STAFF_KINDS.some((kind) => kind === word);

/** As they are kept: each once, and whoever is teaching or support staff is staff, so that every rule on staff holds for them. */
export const withStaff = (types: readonly PersonType[]): PersonType[] => [
  ...new Set(types.some(isStaffKind) ? (['staff', ...types] as const) : types),
];

/** As they are shown: “member of staff” only of somebody of whom no more is said. */
export const mostExact = <T extends string>(types: readonly T[]): T[] =>
  types.some(isStaffKind) ? types.filter((type) => type !== 'staff') : [...types];
