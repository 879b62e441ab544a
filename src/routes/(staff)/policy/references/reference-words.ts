// What the page of linked policies and guidance calls the closed lists of the register.
export const KIND_LABELS = {
  safeguarding: 'Safeguarding and child protection',
  'online-safety': 'Online safety',
  disciplinary: 'Disciplinary',
  'equal-opportunity': 'Equal opportunities',
  conduct: 'Code of conduct',
  'acceptable-use': 'Acceptable use',
  'e-mail': 'E-mail',
  other: 'Another policy',
} as const;

export const GUIDANCE_LABELS = {
  law: 'Law',
  'statutory-guidance': 'Statutory guidance',
  guidance: 'Guidance',
  advice: 'Advice',
} as const;

export const WHOSE_LABELS = { school: 'Of the school', trust: 'Of the trust' } as const;

export const options = <K extends string>(labels: Readonly<Record<K, string>>): { value: string; label: string }[] =>
  Object.entries<string>(labels).map(([value, label]) => ({ value, label }));

/** A place can be words, such as "in the staff room"; only an address is a link. */
export const isAddress = (place: string): boolean => /^https?:\/\//i.test(place);
