// Take a class list as the roll: who joins, changes and leaves, all at once or not at all.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '#features/schools/index.ts';
import { applyPupilPlan } from '../apply-pupil-plan.ts';
import { confirmField, listUnusable, pupilListFields, requireWord } from '../list-file.ts';
import { planPupils } from '../pupil-plan.ts';
import { holdDirectory } from '../queries.ts';
import { insertImport } from '../roll-queries.ts';

export const importPupils = defineAction({
  name: 'people.importPupils',
  kind: 'write',
  summary: 'Take a class list as the roll: all of it, or nothing.',
  route: 'POST /roll/import',
  scope: 'school',
  who: keepers,
  perMinute: 10,
  largeInput: true,
  input: z.object({ ...pupilListFields, ...confirmField }),
  output: z.object({ joined: z.number(), changed: z.number(), unchanged: z.number(), left: z.number() }),
  errors: ['list-not-usable', 'word-needed', 'no-list'],
  controls: ['people.roll'],
  about: ({ covers, source }, { joined, changed, left }) => ({ covers, source, joined, changed, left }),
}).handle(async (context, { typedWord, ...list }) => {
  const { db, scopeId, now, newId, actor } = context;
  await holdDirectory(db, scopeId);
  const found = await planPupils(context, list);
  if (!found.ok) throw listUnusable(found);
  requireWord(found.plan, typedWord);
  const touched = await applyPupilPlan(context, found, list.source);
  const { joiners, changes, unchanged, leavers } = found.plan;
  const counts = { joined: joiners.length, changed: changes.length, left: leavers.length };
  const by = actor.kind === 'person' ? actor.personId : null;
  await insertImport(db, scopeId, { id: newId(), kind: 'pupils', covers: list.covers, by, ...counts }, now);
  context.remark({ people: touched });
  return { ...counts, unchanged: unchanged.length };
});
