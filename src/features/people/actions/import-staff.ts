// Take a staff list into the directory: all of it, or nothing. It may add responsibilities, never end one.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { keepers } from '#features/schools/index.ts';
import { applyStaffPlan } from '../apply-staff-plan.ts';
import { confirmField, listUnusable, requireWord, staffListFields } from '../list-file.ts';
import { holdDirectory } from '../queries.ts';
import { insertImport } from '../roll-queries.ts';
import { planStaff } from '../staff-plan.ts';

export const importStaff = defineAction({
  name: 'people.importStaff',
  kind: 'write',
  summary: 'Take a staff list into the directory: all of it, or nothing.',
  route: 'POST /staff/import',
  scope: 'school',
  who: keepers,
  freshFactorMinutes: 240,
  perMinute: 10,
  largeInput: true,
  input: z.object({ ...staffListFields, ...confirmField }),
  output: z.object({ joined: z.number(), changed: z.number(), unchanged: z.number(), left: z.number() }),
  errors: ['list-not-usable', 'word-needed', 'no-list', 'email-in-use', 'last-administrator'],
  controls: ['people.directory', 'people.responsibilities', 'people.one-headteacher'],
  about: ({ covers }, { joined, changed, left }) => ({ covers, joined, changed, left }),
}).handle(async (context, { typedWord, ...list }) => {
  const { db, scopeId, now, newId, actor } = context;
  await holdDirectory(db, scopeId);
  const found = await planStaff(context, list);
  if (!found.ok) throw listUnusable(found);
  requireWord(found.plan, typedWord);
  const touched = await applyStaffPlan(context, found);
  const { joiners, changes, unchanged, leavers } = found.plan;
  const counts = { joined: joiners.length, changed: changes.length, left: leavers.length };
  const by = actor.kind === 'person' ? actor.personId : null;
  await insertImport(db, scopeId, { id: newId(), kind: 'staff', covers: list.covers, by, ...counts }, now);
  context.remark({ people: touched });
  return { ...counts, unchanged: unchanged.length };
});
