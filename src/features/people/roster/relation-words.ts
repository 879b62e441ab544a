// What a carer is to a pupil, in the words of the pages and in those that lists use for it.

export const RELATIONS = [
  'mother',
  'father',
  'step-parent',
  'grandparent',
  'foster-carer',
  'guardian',
  'sibling',
  'relative',
  'social-worker',
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

export const RELATION_LABELS: Readonly<Record<Relation, string>> = {
  mother: 'Mother',
  father: 'Father',
  'step-parent': 'Step-parent',
  grandparent: 'Grandparent',
  'foster-carer': 'Foster carer',
  guardian: 'Guardian',
  sibling: 'Brother or sister',
  relative: 'Other relative',
  'social-worker': 'Social worker',
  other: 'Other',
};

const WORDS: Readonly<Record<Relation, readonly string[]>> = {
  mother: ['mother', 'mum', 'mam', 'mummy', 'birth mother', 'natural mother', 'adoptive mother'],
  father: ['father', 'dad', 'daddy', 'birth father', 'natural father', 'adoptive father'],
  'step-parent': ['step parent', 'stepparent', 'step mother', 'stepmother', 'step mum', 'step father', 'stepfather', 'step dad'],
  grandparent: ['grandparent', 'grandmother', 'grandfather', 'gran', 'nan', 'nana', 'granny', 'grandad', 'granddad', 'grandma', 'grandpa'],
  'foster-carer': ['foster carer', 'foster parent', 'foster mother', 'foster father'],
  guardian: ['guardian', 'legal guardian', 'special guardian', 'carer'],
  sibling: ['sibling', 'brother', 'sister', 'brother or sister'],
  relative: ['relative', 'other relative', 'other family member', 'aunt', 'auntie', 'uncle', 'cousin'],
  'social-worker': ['social worker', 'socialworker'],
  other: ['other', 'other contact', 'friend', 'family friend', 'neighbour', 'childminder'],
}; // prettier-ignore

const BY_WORD: ReadonlyMap<string, Relation> = new Map(
  RELATIONS.flatMap((relation) => WORDS[relation].map((word) => [word, relation] as const)),
);

/** @returns null for a word that nobody knows */
export const relationOf = (written: string): Relation | null =>
  BY_WORD.get(
    written
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim(),
  ) ?? null;

export const isRelation = (word: string): word is Relation => (RELATIONS as readonly string[]).includes(word);
