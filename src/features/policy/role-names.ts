// The roles a policy can name, each with the words a page uses for it.

export const roleLabels = {
  headteacher: 'the headteacher',
  'deputy-headteacher': 'the deputy headteacher',
  slt: 'the senior leadership team',
  dsl: 'the safeguarding lead',
  'deputy-dsl': 'the deputy safeguarding lead',
  administrator: 'the account administrator',
  'computing-lead': 'the computing lead',
  'business-manager': 'the business manager',
  'data-protection-lead': 'the data protection lead',
  'line-manager': 'the line manager',
  'chair-of-governors': 'the chair of governors',
  governor: 'a governor',
  'governing-body': 'the governing body',
  'account-runner': 'whoever runs the account',
  author: 'the author',
  staff: 'any member of staff',
  volunteer: 'a volunteer',
  contractor: 'a contractor',
  supply: 'a supply teacher',
  'responsible-person': 'each named responsible person',
  parent: 'the parents or carers',
} as const;

export type RoleName = keyof typeof roleLabels;
export const roleNames = Object.keys(roleLabels) as [RoleName, ...RoleName[]];
