// What the pages of reviews call the closed lists.
export const CAUSE_LABELS = {
  due: 'Its day has come near',
  'statutory-change': 'The law or statutory guidance has changed',
  'internal-review': 'An internal review calls for it',
  'serious-incident': 'A serious incident',
  'platform-change': 'A platform has changed',
  other: 'Another reason',
} as const;

export const WHY_LABELS = {
  interval: 'as the policy sets it',
  'first-interval': 'sooner, as the policy sets it for the first time',
  'statutory-change': 'moved forward: the law or statutory guidance has changed',
  'internal-review': 'moved forward: an internal review calls for it',
  'serious-incident': 'moved forward: a serious incident',
  'platform-change': 'moved forward: a platform has changed',
  other: 'moved forward',
} as const;

export const OUTCOME_LABELS = { stays: 'The policy stays as it is', 'new-draft': 'A new draft follows' } as const;
