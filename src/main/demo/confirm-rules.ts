// Somebody reads whom they stand for and the rules of their accounts, as they are shown, and confirms all that is open.
import type { Features } from '#features/index.ts';
import type { Api } from '#kernel/registry.ts';

type AccountsApi = Pick<Api<Features>['accounts'], 'readBeforeWriting' | 'confirmRules'>;

export async function confirmRules(api: AccountsApi): Promise<{ readonly confirmed: number }> {
  const { reminder, accounts } = await api.readBeforeWriting({});
  if (reminder === null && accounts.length === 0) return { confirmed: 0 };
  return api.confirmRules({
    accountIds: accounts.map(({ id }) => id),
    shownSha256s: [...(reminder ? [reminder] : []), ...accounts].map(({ shownSha256 }) => shownSha256),
  });
}
