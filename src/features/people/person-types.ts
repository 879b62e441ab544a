// What somebody can be to the school, in the words of its pages.

export const PERSON_TYPES = [
  'pupil',
  'staff',
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
  supply: 'Supply or agency staff',
  governor: 'Governor',
  volunteer: 'Volunteer',
  contractor: 'Contractor',
  carer: 'Parent or carer',
  visitor: 'Visitor',
};

/** Adults who do something for the school: they can be given responsibilities and a way to sign in. */
export const WORKING_TYPES = ['staff', 'supply', 'governor', 'volunteer', 'contractor'] as const;

export const isPersonType = (word: string): word is PersonType => (PERSON_TYPES as readonly string[]).includes(word);
export const isWorkingType = (word: string): boolean => (WORKING_TYPES as readonly string[]).includes(word);
