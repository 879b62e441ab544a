// What drafts are called on their pages: their states, how strongly a clause speaks, what became of a part.
export const STATE = {
  draft: { tone: 'calm', shape: 'todo', word: 'Being written' },
  review: { tone: 'hold', shape: 'due', word: 'Sent for review' },
  approved: { tone: 'done', shape: 'done', word: 'Approved' },
  adopted: { tone: 'done', shape: 'keep', word: 'Adopted' },
  discarded: { tone: 'calm', shape: 'close', word: 'Put away' },
} as const;

export const FORCES = [
  { value: 'must', label: 'Must' },
  { value: 'must-not', label: 'Must not' },
  { value: 'should', label: 'Should' },
  { value: 'should-not', label: 'Should not' },
  { value: 'may', label: 'May' },
  { value: 'process', label: 'Says how something is done' },
  { value: 'fact', label: 'States something' },
];
const FORCE_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  FORCES.map(({ value, label }) => [value, label]),
);
export const forceInWords = (force: string): string => FORCE_WORDS[force] ?? force;

export const WHAT = {
  added: 'Added',
  changed: 'Changed',
  moved: 'Moved',
  'taken-out': 'Taken out',
  'brought-back': 'Brought back',
} as const;

export const CHANGE = {
  stricter: 'Stricter',
  looser: 'Looser',
  different: 'Different',
  said: 'The same, now said',
  unsaid: 'The same, no longer said',
} as const;

/** An answer against the one in force. */
export const AGAINST = {
  stricter: 'Stricter than in force',
  looser: 'Looser than in force',
  different: 'Differs from what is in force',
  same: 'As it is in force',
} as const;

/** What clauses differ in, as people name it. */
const PART_WORDS: Readonly<Record<string, string>> = {
  text: 'words',
  title: 'title',
  number: 'number',
  under: 'heading',
  force: 'force',
  binds: 'whom it binds',
  'rests-on': 'what makes it real',
};
export const partsInWords = (parts: readonly string[]): string =>
  parts.map((part) => PART_WORDS[part] ?? part).join(', ');

/** Where something can be put right. */
export function placeOfProblem(
  draftId: string,
  { part, key }: { readonly part: string; readonly key: string },
): string {
  const base = `/policy/drafts/${draftId}`;
  if (part === 'clause') return `${base}/clauses/${key}`;
  if (part === 'setting') return `${base}/settings/${key}`;
  if (part === 'draft') return key === 'clauses' ? `${base}#add` : `${base}/about#${key}`;
  return part === 'about' ? `${base}/about` : `${base}/about#${part}-${key}`;
}

/** “By Ada Quill, today at 13:20”; nobody's name where it was done on the school's computer. */
export const byAndWhen = (by: string, when: string): string => (by === '' ? when : `${by}, ${when}`);
