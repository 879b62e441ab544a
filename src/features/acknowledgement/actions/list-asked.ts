// Who has confirmed the policy, who has refused it, who is late: by name, for those who may know the names.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { namesOf, personName } from '#features/people/index.ts';
import { askers, knownGroups, seesNames } from '../access.ts';
import { GROUPS } from '../groups.ts';
import { asksOf, standings } from '../load.ts';
import { toldRows } from '../reminder-queries.ts';
import { STATES } from '../standing.ts';

export const listAsked = defineAction({
  name: 'acknowledgement.list',
  kind: 'read',
  summary: 'List who has confirmed the policy, who has refused it, and who is late.',
  route: 'GET /acknowledgement/people',
  scope: 'school',
  who: askers,
  token: 'people:read',
  input: z.object({
    versionId: z.uuid().optional().describe('This version; the one in force where nothing is said'),
    state: z
      .enum([...STATES, 'open'])
      .optional()
      .describe('Only these; `open` = late or still in time'),
    group: z.enum(GROUPS).optional().describe('Only this group'),
    className: z.string().max(50).optional().describe('Only pupils of this class'),
    from: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(10_000).default(100),
  }),
  output: z.object({
    n: z.number(),
    title: z.string(),
    total: z.number(),
    withoutNames: z.number().describe('People of this choice whose names you may not see'),
    classes: z.array(z.string()).describe('Classes of the pupils who are asked'),
    people: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        jobTitle: z.string(),
        groups: z.array(z.enum(GROUPS)),
        className: z.string(),
        kind: z.enum(['read', 'quiz', 'signature']),
        state: z.enum(STATES),
        due: z.string().nullable(),
        doneOn: z.string().nullable(),
        elsewhere: z.string().nullable().describe('The other school of the trust where it was confirmed'),
        reason: z.string().describe('Of a refusal'),
        recordedBy: z.string().nullable().describe('On paper: who recorded it'),
        paperId: z.uuid().nullable(),
        signatureId: z.uuid().nullable().describe('Its proof, to be exported'),
        signsIn: z.boolean(),
        lineManager: z.string().nullable(),
        reminded: z.number().describe('How often they were asked and reminded'),
        remindedAt: z.string().nullable(),
      }),
    ),
  }),
  controls: ['policy.acknowledgement', 'people.enrolment'],
}).handle(async (context, { versionId, state, group, className, from, limit }) => {
  const { db, scopeId, actor } = context;
  const asks = await asksOf(context);
  const ask = versionId === undefined ? asks[0] : asks.find(({ basis }) => basis.version.id === versionId);
  if (!ask) throw fail.notFound('version that is asked');
  const [everybody, told] = await Promise.all([
    standings(context, ask),
    toldRows(db, scopeId, ask.basis.since.id, ask.countsFrom),
  ]);
  const wanted = everybody.filter(
    (one) =>
      (state === undefined ||
        one.standing.state === state ||
        (state === 'open' && (one.standing.state === 'due' || one.standing.state === 'overdue'))) &&
      (group === undefined || one.groups.includes(group)) &&
      (className === undefined || (one.groups.includes('pupil') && one.class_name === className)),
  );
  const named = wanted.filter(({ groups }) => seesNames(actor, groups));
  const shown = named.slice(from, from + limit);
  const mentioned = shown.flatMap(({ line_manager_id: manager, standing }) => [manager, standing.act?.recordedBy]);
  const names = await namesOf(db, scopeId, mentioned);
  const reminders = new Map(told.map((row) => [row.person_id, row]));
  return {
    n: ask.basis.version.n,
    title: ask.document.title,
    total: named.length,
    withoutNames: wanted.length - named.length,
    classes: [
      ...new Set(
        everybody.flatMap(({ groups, class_name: at }) =>
          groups.includes('pupil') && at && seesNames(actor, groups) ? [at] : [],
        ),
      ),
    ].toSorted(),
    people: shown.map((one) => ({
      personId: one.id,
      name: personName(one),
      jobTitle: one.job_title,
      groups: knownGroups(actor, one.groups),
      className: one.groups.includes('pupil') ? (one.class_name ?? '') : '',
      kind: one.kind,
      state: one.standing.state,
      due: one.standing.due,
      doneOn: one.standing.state === 'confirmed' ? (one.standing.act?.doneOn ?? null) : null,
      elsewhere: one.standing.act?.elsewhere ?? null,
      reason: one.standing.state === 'refused' ? (one.standing.act?.reason ?? '') : '',
      recordedBy: one.standing.act?.recordedBy ? (names.get(one.standing.act.recordedBy) ?? '') : null,
      paperId: one.standing.act?.paperId ?? null,
      signatureId: one.standing.act?.signatureId ?? null,
      signsIn: one.signs_in,
      lineManager: one.line_manager_id === null ? null : (names.get(one.line_manager_id) ?? null),
      reminded: reminders.get(one.id)?.times ?? 0,
      remindedAt: reminders.get(one.id)?.last ?? null,
    })),
  };
});
