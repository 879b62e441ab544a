// Registers a school's accounts, and lets its headteacher say who writes for each and who runs it.
import type { App } from '../compose.ts';
import type { DemoSchool } from './school.ts';
import type { When } from './school-days.ts';
import { createStage } from './stage.ts';

/** @returns ids of accounts by the names that stories use */
export async function openAccounts(
  app: App,
  schoolId: string,
  school: DemoSchool,
  logins: ReadonlyMap<string, string>,
  when: When,
): Promise<Map<string, string>> {
  const stage = createStage(app, { schoolId, logins, accounts: new Map() });
  const keeper = await stage.as(school.first.key);
  const head = await stage.as(
    school.people.find(({ responsibilities }) => responsibilities?.includes('headteacher'))!.key,
  );
  const { platforms } = await keeper.accounts.listPlatforms({});
  const accounts = new Map<string, string>();
  for (const { key, platform, details, authors, runners } of school.accounts) {
    const platformId = platforms.find((one) => one.key === platform)!.id;
    const { accountId } = details
      ? await keeper.accounts.register({ ...details, platformId, openedOn: when.dateBack(400) })
      : await keeper.accounts.openNoticeboard({});
    const grant = async (who: string, scope: 'draft' | 'run') =>
      head.accounts.grantAuthority({ accountId, personId: await stage.personId(who), scope });
    for (const who of authors) await grant(who, 'draft');
    for (const who of runners) await grant(who, 'run');
    accounts.set(key, accountId);
  }
  return accounts;
}
