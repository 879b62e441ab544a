// What pages call the closed lists of the register.
export const REACH_LABELS = {
  'known-members': 'Known members',
  'shared-interest': 'A community of shared interest',
  public: 'Anybody at all',
} as const;

export const INTERACTION_LABELS = {
  open: 'Others may comment or write',
  closed: 'Only the school writes',
} as const;

export const SCOPE_LABELS = { draft: 'Write', run: 'Run' } as const;

export const KIND_LABELS = {
  'social-network': 'Social network',
  'photo-video': 'Pictures and video',
  messaging: 'Messages',
  blog: 'Blog',
  wiki: 'Wiki',
  forum: 'Forum',
  'bulletin-board': 'Bulletin board',
  'own-site': 'The school’s own pages',
  other: 'Something else',
} as const;

export const COUNTING_LABELS = {
  characters: 'Characters',
  graphemes: 'What a reader sees as one character',
  weighted: 'As X counts: links 23, emoji 2',
} as const;

export const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
