// Record signatures that people gave on paper: one person, or everybody who stands on a sheet.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, daySchema, notify } from '#features/people/index.ts';
import { recorders, seesNames } from '../access.ts';
import { keepActs } from '../keep-act.ts';
import { asksOf, standings } from '../load.ts';
import { wordsFor } from '../own.ts';
import { paperRow } from '../queries.ts';

export const recordPaper = defineAction({
  name: 'acknowledgement.recordPaper',
  kind: 'write',
  summary: 'Record that people have signed the policy on paper.',
  route: 'POST /acknowledgement/papers/signatures',
  scope: 'school',
  who: recorders,
  sealed: true,
  freshFactorMinutes: 240,
  largeInput: true,
  input: z.object({
    versionId: z.uuid(),
    personIds: z
      .array(z.uuid())
      .min(1, 'Tick at least one person.')
      .max(2000, 'At most two thousand people at once.')
      .describe('Whose signatures stand on the sheet'),
    signedOn: daySchema.describe('The day written on the sheet'),
    paperId: z.uuid().optional().describe('The picture of the sheet'),
  }),
  output: z.object({
    recorded: z.number(),
    already: z.number().describe('Who had confirmed it before; what stands stays'),
  }),
  errors: ['another-version', 'not-asked', 'not-your-own', 'day-not-possible'],
  controls: ['policy.acknowledgement'],
  about: ({ paperId = null }, { recorded }) => ({ paper: paperId, recorded }),
}).handle(async (context, { versionId, personIds, signedOn, paperId }) => {
  const { db, scopeId, actor, personId, now } = context;
  if (personIds.includes(personId)) {
    const message = 'Nobody records their own signature on paper.';
    throw fail.forbidden({
      code: 'not-your-own',
      message,
      remedy: 'Sign under “Read and sign”, or have somebody else record your sheet.',
      fields: [{ field: 'personIds', message }],
    });
  }
  const ask = (await asksOf(context)).find(({ basis }) => basis.version.id === versionId);
  if (!ask) {
    throw fail.conflict({
      code: 'another-version',
      message: 'Another version of the policy is asked for now.',
      remedy: 'Open the page again; a sheet of an earlier version does not count for this one.',
    });
  }
  const written = dayOf(Temporal.Instant.from(ask.basis.since.put_at));
  if (signedOn > ask.today || signedOn < written) {
    const message =
      signedOn > ask.today ? 'This day has not come yet.' : 'On this day the version had not been written yet.';
    throw fail.invalid({
      code: 'day-not-possible',
      message,
      remedy: `Write the day that stands on the sheet, between ${written} and today.`,
      fields: [{ field: 'signedOn', message }],
    });
  }
  if (paperId !== undefined && !(await paperRow(db, scopeId, paperId))) throw fail.notFound('sheet of paper');
  const asked = new Map((await standings(context, ask)).map((one) => [one.id, one]));
  const chosen = [...new Set(personIds)].map((id) => {
    const one = asked.get(id);
    if (!one || !seesNames(actor, one.groups)) throw fail.notFound('person who is asked to confirm the policy');
    return one;
  });
  const open = chosen.filter(({ standing }) => standing.state !== 'confirmed');
  const words = await wordsFor(context, ask, 'signature', null);
  const ids = open.map(({ id }) => id);
  await keepActs(context, ask, words, ids, {
    outcome: 'confirmed',
    kind: 'signature',
    doneOn: signedOn,
    recordedBy: personId,
    paperId: paperId ?? null,
  });
  context.remark({ about: { people: ids, signedOn, at: now } });
  await notify(
    context,
    open.filter(({ signs_in: signsIn }) => signsIn).map(({ id }) => id),
    {
      kind: 'acknowledgement.on-paper',
      text: `Your signature on paper under version ${ask.basis.version.n} of the policy was recorded. If you did not sign, tell the headteacher.`,
      href: '/policy/sign',
    },
  );
  return { recorded: open.length, already: chosen.length - open.length };
});
