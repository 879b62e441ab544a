// The three pages of the policy, as tabs.
export const policyWays = (path: string) =>
  [
    { href: '/policy', label: 'Clauses' },
    { href: '/policy/settings', label: 'Settings and choices' },
    { href: '/policy/versions', label: 'Versions' },
  ].map((way) => ({ ...way, current: way.href === path }));
