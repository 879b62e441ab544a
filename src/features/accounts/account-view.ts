// How the register shows an account: its entry, the people, and what the person looking at it may do.
import { z } from 'zod';
import type { AccountAbilities } from './access.ts';
import { platformShape, REACH_WORDS, REACHES } from './account.ts';
import type { AuthorityRow } from './authority-queries.ts';
import type { AccountRow } from './queries.ts';

const holderShape = z.object({ personId: z.string(), name: z.string(), grantedAt: z.string() });

export const accountShape = z.object({
  id: z.string(),
  platform: platformShape,
  name: z.string(),
  handle: z.string(),
  address: z.string(),
  purpose: z.string(),
  audience: z.string(),
  reach: z.enum(REACHES),
  reachExplained: z.string(),
  interaction: z.enum(['open', 'closed']),
  rules: z.string().describe('What its authors confirm before they write'),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
  closedReason: z.string(),
  runners: z.array(holderShape),
  authors: z.array(holderShape).describe('Who may write for it without running it'),
  can: z.object({
    draft: z.boolean(),
    change: z.boolean(),
    close: z.boolean(),
    authorise: z.boolean(),
    askForAuthority: z.boolean(),
  }),
});

export function accountView(
  account: AccountRow,
  authorities: readonly AuthorityRow[],
  names: ReadonlyMap<string, string>,
  can: AccountAbilities,
): z.input<typeof accountShape> {
  const here = authorities.filter(({ accountId }) => accountId === account.id);
  const runs = new Set(here.filter(({ scope }) => scope === 'run').map(({ personId }) => personId));
  const holder = ({ personId, grantedAt }: AuthorityRow) => ({ personId, name: names.get(personId) ?? '', grantedAt });
  return {
    ...account,
    reachExplained: REACH_WORDS[account.reach],
    runners: here.filter(({ scope }) => scope === 'run').map(holder),
    authors: here.filter(({ scope, personId }) => scope === 'draft' && !runs.has(personId)).map(holder),
    can,
  };
}
