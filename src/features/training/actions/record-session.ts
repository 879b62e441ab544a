// Put a taught session on record: what it was about, when, who held it and who was there. Its modules count as done for them.
import { z } from 'zod';
import { isPerson } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { line, titleLine } from '#kernel/written-line.ts';
import { dayOf, daySchema } from '#features/people/index.ts';
import { mustBeOfOthers, planners } from '../access.ts';
import { insertCompletions, insertSession } from '../completion-queries.ts';
import { moduleIdSchema } from '../module-id.ts';
import { keepModules, modulesOf } from '../modules.ts';
import { adultsOf } from '../people-queries.ts';

export const recordSession = defineAction({
  name: 'training.recordSession',
  kind: 'write',
  summary: 'Put a taught session on record, with who held it and who was there.',
  route: 'POST /training/sessions',
  scope: 'school',
  who: planners,
  input: z.object({
    title: titleLine(120)
      .refine((text) => text !== '', 'Say what the session was.')
      .describe('What it was'),
    heldOn: daySchema.describe('When it was held'),
    ledBy: line(120)
      .refine((text) => text !== '', 'Say who held it.')
      .describe('Who held it'),
    moduleIds: z.array(moduleIdSchema).max(40).default([]).describe('Modules that it taught'),
    attended: z
      .array(z.uuid())
      .min(1, 'Tick at least one person who was there.')
      .max(2000)
      .transform((ids) => [...new Set(ids)])
      .describe('Who was there'),
    notes: z.string().trim().max(4000, 'At most 4,000 characters.').default('').describe('Notes'),
    sheet: line(300).default('').describe('Where the signed sheet is kept'),
  }),
  output: z.object({ sessionId: z.string() }),
  errors: ['not-your-own', 'session-to-come', 'not-at-school'],
  controls: ['training.records', 'training.programme'],
  about: ({ heldOn, moduleIds }, { sessionId }) => ({ session: sessionId, held: heldOn, modules: moduleIds }),
}).handle(async (context, { attended, ...input }) => {
  const { db, scopeId, actor, at, now, newId } = context;
  const today = dayOf(at);
  mustBeOfOthers(actor, attended, 'attended');
  if (input.heldOn > today) {
    throw fail.invalid({
      code: 'session-to-come',
      message: 'A session is put on record after it was held.',
      remedy: 'Give out the module with its day instead, and record the session afterwards.',
      fields: [{ field: 'heldOn', message: 'This day is still to come.' }],
    });
  }
  const [modules, adults] = await Promise.all([modulesOf(db, scopeId, input.moduleIds), adultsOf(db, scopeId, today)]);
  if (modules.length < new Set(input.moduleIds).size) throw fail.notFound('module');
  const known = new Set(adults.map(({ personId }) => personId));
  if (attended.some((id) => !known.has(id))) {
    throw fail.invalid({
      code: 'not-at-school',
      message: 'Somebody who was ticked does not work for the school today.',
      remedy: 'Open the page again: the list is made anew.',
      fields: [{ field: 'attended', message: 'Tick only people on the list.' }],
    });
  }
  const by = isPerson(actor) ? actor.personId : null;
  const session = { id: newId(), ...input };
  await keepModules(context, modules);
  await insertSession(db, scopeId, session, attended, by, now);
  const done = modules.flatMap(({ moduleId, n }) =>
    attended.map((personId) => ({
      id: newId(),
      personId,
      moduleId,
      edition: n,
      how: 'session' as const,
      score: null,
      completedOn: input.heldOn,
      statedEnd: null,
      sessionId: session.id,
    })),
  );
  await insertCompletions(db, scopeId, done, by, now);
  context.remark({ people: attended, clauses: (await context.policy()).clausesOf('training.records') });
  return { sessionId: session.id };
});
