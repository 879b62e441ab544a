// For tests: a school whose headteacher changes settings one by one.
import type { PersonActor } from '#kernel/actor.ts';
import type { openTestApp } from '#test/school.ts';

type App = Awaited<ReturnType<typeof openTestApp>>;

export const SECOND_READER = 'approval.secondReader';
export const reason = 'Agreed with the leadership team on Monday.';

/** @param model the policy put in force by set-up */
export async function settling(app: App, model: Parameters<App['school']>[1] = 'starter') {
  const school = await app.school('Millrace Primary School', model);
  const head = await school.person({ name: 'Ngozi Okafor', responsibilities: ['headteacher'] });
  const read = async (settingId = SECOND_READER) => app.as(head).policy.readSetting({ settingId });
  const change = async (
    answer: unknown,
    more: { settingId?: string; effectiveOn?: string; overrides?: []; revision?: string; by?: PersonActor } = {},
  ) => {
    const { settingId = SECOND_READER, by = head, revision, ...rest } = more;
    const seen = revision ?? (await read(settingId)).revision;
    const actor = await school.again(by);
    return app.as(actor).policy.changeSetting({ settingId, is: answer, reason, revision: seen, ...rest });
  };
  return { school, head, read, change };
}
