// What stands on a sheet for signatures on paper: the words, the version with its fingerprint, and the names with a line for each.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { personName } from '#features/people/index.ts';
import { schoolRow } from '#features/schools/index.ts';
import { askers, seesNames } from '../access.ts';
import { GROUP_LABELS, GROUPS } from '../groups.ts';
import { asksOf, standings } from '../load.ts';
import { wordsFor } from '../own.ts';

export const readSheet = defineAction({
  name: 'acknowledgement.readSheet',
  kind: 'read',
  summary: 'Read what stands on a sheet for signatures on paper.',
  route: 'GET /acknowledgement/sheet',
  scope: 'school',
  who: askers,
  input: z.object({
    versionId: z.uuid().optional().describe('This version; the one in force where nothing is said'),
    group: z.enum(GROUPS).optional().describe('Only this group'),
    className: z.string().max(50).optional().describe('Only pupils of this class'),
  }),
  output: z.object({
    school: z.string(),
    title: z.string(),
    n: z.number(),
    effectiveOn: z.string(),
    sha256: z.string(),
    who: z.string(),
    statement: z.object({
      opening: z.string(),
      sections: z.array(z.object({ heading: z.string(), lines: z.array(z.string()).readonly() })).readonly(),
      closing: z.string(),
    }),
    textSha256: z.string(),
    people: z.array(z.object({ personId: z.uuid(), name: z.string(), detail: z.string() })),
  }),
  controls: ['policy.acknowledgement'],
}).handle(async (context, { versionId, group, className }) => {
  const { db, scopeId, actor } = context;
  const asks = await asksOf(context);
  const ask = versionId === undefined ? asks[0] : asks.find(({ basis }) => basis.version.id === versionId);
  if (!ask) throw fail.notFound('version that is asked');
  const [school, people, words] = await Promise.all([
    schoolRow(db, scopeId),
    standings(context, ask),
    wordsFor(context, ask, { kind: 'signature', personId: null }),
  ]);
  const chosen = people.filter(
    ({ groups, class_name: at, standing }) =>
      seesNames(actor, groups) &&
      standing.state !== 'confirmed' &&
      (group === undefined || groups.includes(group)) &&
      (className === undefined || (groups.includes('pupil') && at === className)),
  );
  return {
    school: school?.name ?? ask.document.school,
    title: ask.document.title,
    n: ask.basis.version.n,
    effectiveOn: ask.basis.version.effective_on,
    sha256: ask.basis.version.sha256,
    who: [group === undefined ? 'Everybody who is asked' : GROUP_LABELS[group], className].filter(Boolean).join(', '),
    statement: words.statement,
    textSha256: words.textSha256,
    people: chosen.map((one) => ({
      personId: one.id,
      name: personName(one),
      detail: one.groups.includes('pupil') ? (one.class_name ?? '') : one.job_title,
    })),
  };
});
