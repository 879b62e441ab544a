// What somebody answers for, in words that they confirm: their named responsibilities, and writing for or running accounts. Pure.
import { isResponsibility, RESPONSIBILITY_WORDS } from '#features/people/index.ts';
import type { OwnResponsibility } from './statement.ts';

/** What the directory says of these two only names them; this is what they take on. */
const OF_ACCOUNTS: Readonly<Record<string, OwnResponsibility>> = {
  'account-runner': {
    label: 'Runs an account',
    meaning:
      'Uses the account for its purpose only and under their own sign-in, publishes what was approved as it was approved, answers and moderates as the policy says, and reports what goes wrong.',
  },
  author: {
    label: 'Writes for an account',
    meaning:
      'Writes only for accounts they are authorised for, sends each post for the decision that the policy asks for, and says truly what a picture shows.',
  },
};

export const responsibilitiesOf = (roles: Iterable<string>): OwnResponsibility[] =>
  [...new Set(roles)]
    .filter(isResponsibility)
    .toSorted()
    .map((role) => OF_ACCOUNTS[role] ?? RESPONSIBILITY_WORDS[role]);
