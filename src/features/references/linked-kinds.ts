// The documents that every school’s policy is read with, and how a title in a policy is known for one of them. Pure.

export const LINKED_KINDS = {
  safeguarding: 'Safeguarding and child protection policy',
  'online-safety': 'Online safety policy',
  disciplinary: 'Disciplinary policy',
  'equal-opportunity': 'Equal opportunities policy',
  conduct: 'Code of conduct',
  'acceptable-use': 'Acceptable use policy',
  'e-mail': 'E-mail policy',
  other: 'Another policy',
} as const;

export type LinkedKind = keyof typeof LINKED_KINDS;
export const linkedKinds = Object.keys(LINKED_KINDS) as [LinkedKind, ...LinkedKind[]];

/** Always in the register, whether the policy in force names them or not. */
export const PRESET: readonly LinkedKind[] = [
  'safeguarding',
  'online-safety',
  'disciplinary',
  'equal-opportunity',
  'conduct',
];

const SIGNS: readonly (readonly [LinkedKind, RegExp])[] = [
  ['safeguarding', /safeguarding|child protection/i],
  ['online-safety', /online safety|e-?safety/i],
  ['disciplinary', /disciplinary/i],
  ['equal-opportunity', /equal opportunit|equality/i],
  ['acceptable-use', /acceptable (ict )?use/i],
  ['e-mail', /e-?mail/i],
  ['conduct', /codes? of conduct|conduct polic/i],
];

/** "Safeguarding and child protection policies" → safeguarding; what fits none is a document of its own. */
export const kindOfTitle = (title: string): LinkedKind => SIGNS.find(([, sign]) => sign.test(title))?.[0] ?? 'other';

/** Law and guidance come from outside the school: they have an issuing body and editions. */
export const isGuidance = (title: string): boolean =>
  /guidance|guidelines|advice|keeping children safe|\bact (of )?\d{4}|regulations/i.test(title);

/** Two titles are one, whatever their case, marks and brackets. */
export const sameTitle = (one: string, other: string): boolean => plain(one) === plain(other) && plain(one) !== '';

const plain = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
