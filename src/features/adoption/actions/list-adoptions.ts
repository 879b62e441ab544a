// Every adoption there was or is: what is on its way, what was adopted, what was not.
import { z } from 'zod';
import { either, onlyOperator, onlySystem, anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { readsDrafts } from '#features/drafting/index.ts';
import { localDate, versionRows } from '#features/policy/index.ts';
import { adopts } from '../access.ts';
import { isAskedOf } from '../asked-of.ts';
import { metadataOf, metadataShape } from '../metadata.ts';
import { namesOf } from '../names.ts';
import { adoptionRows, stepRows } from '../queries.ts';
import { adoptionStates, decidedOn, shownSteps } from '../shown.ts';
import { linesOf, linesShape } from '../lines.ts';

export const listAdoptions = defineAction({
  name: 'adoption.list',
  kind: 'read',
  summary: 'List what is on its way to being in force, and what was adopted by whom.',
  route: 'GET /adoptions',
  scope: 'school',
  who: either(anySignedIn, onlyOperator, onlySystem),
  token: 'policy:read',
  input: z.object({}),
  output: z.object({
    adoptions: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        draftId: z.string(),
        state: adoptionStates,
        reason: z.string(),
        sha256: z.string(),
        sentBy: z.string(),
        sentAt: z.string(),
        closedBecause: z.string(),
        version: z.object({ id: z.string(), n: z.number(), effectiveOn: z.string(), begun: z.boolean() }).nullable(),
        approvals: z.object({ given: z.number(), of: z.number() }),
        lines: linesShape,
        ...metadataShape.shape,
      }),
    ),
  }),
  controls: ['policy.adoption', 'decisions.record'],
}).handle(async (context) => {
  const { db, scopeId, actor, at } = context;
  const seesAll = actor.kind !== 'person' || readsDrafts.allows(actor) || adopts.allows(actor);
  const [all, versions, today] = await Promise.all([
    adoptionRows(db, scopeId),
    versionRows(db, scopeId),
    localDate(db, scopeId, at),
  ]);
  const rows = [];
  for (const row of all) {
    const mine = row.state === 'adopted' || seesAll || (await isAskedOf(context, row, context.personId));
    if (mine) rows.push(row);
  }
  const ids = rows.map(({ id }) => id);
  const [steps, names, lines] = await Promise.all([
    stepRows(db, scopeId, ids),
    namesOf(
      context,
      rows.map(({ sent_by: id }) => id),
    ),
    linesOf(context, rows),
  ]);
  const decided = await decidedOn(context, ids, steps);
  return {
    adoptions: rows.map((row) => {
      const own = steps.filter(({ adoption_id: id }) => id === row.id);
      const version = versions.find(({ id }) => id === row.version_id);
      return {
        id: row.id,
        title: row.title,
        draftId: row.draft_id,
        state: version?.why === 'cancelled' ? ('called-off' as const) : (row.state as 'open'),
        reason: row.reason,
        sha256: row.sha256,
        sentBy: names.get(row.sent_by) ?? '',
        sentAt: row.sent_at,
        closedBecause: row.closed_because,
        version: version
          ? { id: version.id, n: version.n, effectiveOn: version.effective_on, begun: version.effective_on <= today }
          : null,
        approvals: { given: own.filter(({ state }) => state === 'approved').length, of: own.length },
        lines: lines.get(row.id) ?? null,
        ...metadataOf(shownSteps(row, own, decided, [])),
      };
    }),
  };
});
