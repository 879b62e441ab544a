// What a personal access token can be allowed to do. None of them decides, publishes, invites or looks up a pupil.

export const TOKEN_SCOPES = {
  'schools:read': 'Read the school’s details, calendar and lists.',
  'schools:write': 'Change the school’s details, calendar and lists.',
  'people:read': 'Read the directory of adults.',
  'people:write': 'Add adults and change their entries.',
  'mail:read': 'Read whose address takes no mail.',
  'mail:write': 'Report mail that came back.',
  'policy:read': 'Read the policy and its settings.',
  'decisions:read': 'Read what was decided, by whom and when.',
  'accounts:read': 'Read the register of accounts.',
  'accounts:write': 'Change the register of accounts.',
  'posts:read': 'Read posts.',
  'posts:write': 'Write, check and submit posts.',
} as const;

export type TokenScope = keyof typeof TOKEN_SCOPES;
export const tokenScopes = Object.keys(TOKEN_SCOPES) as [TokenScope, ...TokenScope[]];
