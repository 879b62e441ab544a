// Each September the owner of every entry is asked whether its edition is the current one; once a year, as Gatepost itself.
import { z } from 'zod';
import { onlySystem } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { notify } from '#features/people/index.ts';
import { ownersDue } from '../owners-due.ts';
import { noteReminders } from '../queries.ts';

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
  about: (_, { told }) => ({ told }),
}).handle(async (context) => {
  const due = await ownersDue(context);
  if (!due) return { told: 0 };
  const noted = await noteReminders(context.db, context.scopeId, [due.key], context.now);
  if (noted.length === 0) return { told: 0 };
  for (const [personId, { length: many }] of due.asked) {
    await notify(context, [personId], {
      kind: 'references.confirm-editions',
      text:
        many === 1
          ? 'A new school year: please confirm that one edition of law or guidance in the register is current.'
          : `A new school year: please confirm that ${many} editions of law and guidance in the register are current.`,
      href: '/policy/references#guidance',
    });
  }
  return { told: due.asked.size };
});
