// Many people leave, each on a day: all of them are noted or none.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { keepers } from '#features/schools/index.ts';
import { dayAfter } from '../days.ts';
import { keepAnAdministrator, leave } from '../leave.ts';
import { leaverListFields, planLeavers } from '../leavers-plan.ts';
import { listUnusable } from '../list-file.ts';
import { holdDirectory } from '../queries.ts';

export const endMany = defineAction({
  name: 'people.endMany',
  kind: 'write',
  summary: 'Note that many people leave, each on a day: all they are and hold here ends then.',
  route: 'POST /leavers',
  scope: 'school',
  who: keepers,
  freshFactorMinutes: 240,
  perMinute: 10,
  largeInput: true,
  input: z.object(leaverListFields),
  output: z.object({ leaving: z.number() }),
  errors: ['list-not-usable', 'no-list', 'nobody-chosen', 'last-administrator'],
  controls: ['people.directory', 'people.responsibilities'],
  about: (_, { leaving }) => ({ leaving }),
}).handle(async (context, list) => {
  const { db, scopeId } = context;
  await holdDirectory(db, scopeId);
  const found = await planLeavers(context, list);
  if (!found.ok) throw listUnusable(found);
  if (found.leavers.length === 0) {
    const message = 'Nobody is chosen.';
    throw fail.invalid({
      code: 'nobody-chosen',
      message,
      remedy: 'Tick at least one person, or hand in a list.',
      fields: [{ field: 'leavers', message }],
    });
  }
  for (const { personId, lastDay, responsibilities } of found.leavers) {
    const ending = responsibilities.map(({ responsibility }) => responsibility);
    await keepAnAdministrator(context, personId, ending, dayAfter(lastDay));
    await leave(context, personId, lastDay);
  }
  context.remark({ people: found.leavers.map(({ personId }) => personId) });
  return { leaving: found.leavers.length };
});
