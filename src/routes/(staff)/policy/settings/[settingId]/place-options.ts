// Places for which a setting can be answered otherwise (an account, a platform, a kind of post), as they are chosen and said. Pure.
import { placeText } from './answer-fields.ts';

type Accounts = Awaited<ReturnType<App.Locals['api']['accounts']['list']>>['accounts'];
export interface Placed {
  readonly account: string | null;
  readonly platform: string | null;
  readonly category: string | null;
  readonly where: string;
}

/** Says a place; an account by the name that the register has for it. */
export const placesIn =
  (accounts: Accounts) =>
  ({ account, where }: Placed): string =>
    where.replace('one account', `the account ${accounts.find(({ id }) => id === account)?.name ?? ''}`.trimEnd());

/** One choice for the place of another answer, with those in use that name more than one thing. */
export function placeOptions(
  places: Awaited<ReturnType<App.Locals['api']['policy']['readSetting']>>['places'],
  accounts: Accounts,
  inUse: readonly Placed[],
) {
  const place = placesIn(accounts);
  const nowhere = { account: null, platform: null, category: null };
  const listed = places.flatMap(({ kind, options }) =>
    (kind === 'account' ? accounts.map(({ id, name }) => ({ value: id, label: name })) : options).map((option) => ({
      value: placeText({ ...nowhere, [kind]: option.value }),
      label: `${KIND[kind]} ${option.label}`,
    })),
  );
  const more = inUse
    .map((one) => ({ value: placeText(one), label: place(one) }))
    .filter(({ value }) => !listed.some((option) => option.value === value));
  return places.length === 0 ? [] : [...listed, ...more];
}

const KIND = { account: 'The account', platform: 'On', category: 'Posts of the kind' } as const;
