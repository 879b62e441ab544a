// Take a list of carers: who joins, changes and is no longer a carer, all at once or not at all.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { carerKeepers } from '../access.ts';
import { applyCarerPlan } from '../apply-carer-plan.ts';
import { planCarers } from '../carer-plan.ts';
import { carerListFields, confirmField, listUnusable, requireWord } from '../list-file.ts';
import { holdDirectory } from '../queries.ts';
import { insertImport } from '../roll-queries.ts';

export const importCarers = defineAction({
  name: 'people.importCarers',
  kind: 'write',
  summary: 'Take a list of pupils’ carers: all of it, or nothing.',
  route: 'POST /carers/import',
  scope: 'school',
  who: carerKeepers,
  perMinute: 10,
  largeInput: true,
  input: z.object({ ...carerListFields, ...confirmField }),
  output: z.object({ joined: z.number(), changed: z.number(), unchanged: z.number(), left: z.number() }),
  errors: ['list-not-usable', 'word-needed', 'no-list'],
  controls: ['people.carers'],
  about: ({ covers }, { joined, changed, left }) => ({ covers, joined, changed, left }),
}).handle(async (context, { typedWord, ...list }) => {
  const { db, scopeId, now, newId, actor } = context;
  await holdDirectory(db, scopeId);
  const found = await planCarers(context, list);
  if (!found.ok) throw listUnusable(found);
  requireWord(found.plan, typedWord);
  const touched = await applyCarerPlan(context, found.plan);
  const { joiners, changes, unchanged, leavers } = found.plan;
  const counts = { joined: joiners.length, changed: changes.length, left: leavers.length };
  const by = actor.kind === 'person' ? actor.personId : null;
  await insertImport(db, scopeId, { id: newId(), kind: 'carers', covers: list.covers, by, ...counts }, now);
  context.remark({ people: touched });
  return { ...counts, unchanged: unchanged.length };
});
