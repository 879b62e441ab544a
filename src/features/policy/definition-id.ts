// The address of a definition on every page of the policy: `definition-social-media`. Pure.

export const definitionId = (term: string): string =>
  `definition-${term
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`;
