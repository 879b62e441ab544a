// Each September the owner of every entry is asked whether its edition is the current one; once a year, as Gatepost itself.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { localDate } from '#features/policy/index.ts';
import { notify } from '#features/people/index.ts';
import { lastSeptember } from '../guidance.ts';
import { askedToCheck } from '../asked-to-check.ts';
import { noteReminder } from '../queries.ts';

export const remindOwners = defineAction({
  name: 'references.remindOwners',
  kind: 'write',
  summary: 'Ask the owners of law and guidance in the register, each September, to confirm the current editions.',
  route: 'POST /references/remind',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({ told: z.number() }),
  controls: ['policy.guidance-register'],
}).handle(async (context) => {
  const { db, scopeId, at, now } = context;
  const today = await localDate(db, scopeId, at);
  if (today.slice(5, 7) !== '09') return { told: 0 };
  const asked = await askedToCheck(context);
  if (asked.size === 0 || !(await noteReminder(db, scopeId, `editions:${lastSeptember(today)}`, now))) {
    return { told: 0 };
  }
  for (const [personId, entries] of asked) {
    const many = entries.length === 1 ? 'one edition' : `${entries.length} editions`;
    await notify(context, [personId], {
      kind: 'references.confirm-editions',
      text: `A new school year: please confirm that ${many} of law and guidance in the register ${entries.length === 1 ? 'is' : 'are'} current.`,
      href: '/policy/references#guidance',
    });
  }
  return { told: asked.size };
});
