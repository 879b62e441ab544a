// Quote a figure in a module, with where it was read, of when it is and when somebody looks again; or renew one.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { line } from '#kernel/written-line.ts';
import { dayOf, daySchema } from '#features/people/index.ts';
import { planners } from '../access.ts';
import { endFact, insertFact } from '../fact-queries.ts';
import { moduleIdSchema } from '../module-id.ts';
import { keepModules, moduleOf } from '../modules.ts';
import { adultsOf } from '../people-queries.ts';

const needed = (most: number, words: string) => line(most).refine((text) => text !== '', words);

export const addFact = defineAction({
  name: 'training.addFact',
  kind: 'write',
  summary: 'Quote a figure in a module, with its source, its date and a day to look again; or renew one.',
  route: 'POST /training/modules/{moduleId}/facts',
  scope: 'school',
  who: planners,
  input: z.object({
    moduleId: moduleIdSchema,
    replaces: z.uuid().optional().describe('The figure that this one renews'),
    claim: needed(500, 'Write the figure in a sentence.').describe('The figure, in a sentence'),
    source: needed(300, 'Say where it was read.').describe('Where it was read'),
    address: line(500)
      .refine((text) => text === '' || URL.parse(text)?.protocol === 'https:', 'Begin with https://.')
      .default('')
      .describe('Address of the source'),
    datedOn: daySchema.describe('Of when the figure is'),
    recheckOn: daySchema.describe('When somebody looks again'),
    ownerId: z.uuid().optional().describe('Who is asked then; left out = you'),
  }),
  output: z.object({ factId: z.string() }),
  errors: ['dated-later', 'recheck-passed'],
  controls: ['training.sourced-facts'],
  about: ({ moduleId, replaces, recheckOn }, { factId }) => ({
    fact: factId,
    module: moduleId,
    recheck: recheckOn,
    ...(replaces === undefined ? {} : { replaces }),
  }),
}).handle(async (context, { replaces, ownerId, ...fact }) => {
  const { db, scopeId, actor, at, now, newId } = context;
  const today = dayOf(at);
  if (fact.datedOn > today) throw wrongDay('dated-later', 'datedOn', 'A figure cannot be of a day to come.');
  if (fact.recheckOn <= today) throw wrongDay('recheck-passed', 'recheckOn', 'Choose a day to come.');
  const by = actor.kind === 'person' ? actor.personId : null;
  const owner = ownerId ?? by;
  if (owner === null || (await adultsOf(db, scopeId, today, owner)).length === 0) throw fail.notFound('person');
  const module = await moduleOf(db, scopeId, fact.moduleId);
  await keepModules(context, [module]);
  if (replaces !== undefined && !(await endFact(db, scopeId, replaces, now))) throw fail.notFound('figure');
  const id = newId();
  await insertFact(db, scopeId, { id, ownerId: owner, ...fact }, by, now);
  context.remark({ clauses: (await context.policy()).clausesOf('training.sourced-facts') });
  return { factId: id };
});

const wrongDay = (code: string, field: string, message: string) =>
  fail.invalid({ code, message, remedy: 'Look at the days again.', fields: [{ field, message }] });
