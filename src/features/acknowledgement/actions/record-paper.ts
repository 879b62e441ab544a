// Record signatures that people gave on paper: one person, or everybody who stands on a sheet.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, daySchema, notify, personName } from '#features/people/index.ts';
import { signOnPaper } from '#features/signatures/index.ts';
import { recorders, seesNames } from '../access.ts';
import { capacityOf, documentJson, keepActs } from '../keep-act.ts';
import { asksOf, standings, type Ask } from '../load.ts';
import { wordsFor, type Worded } from '../own.ts';
import { paperRow } from '../paper-queries.ts';

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
      .max(2000, 'At most two thousand people at once: choose a group or a class.')
      .describe('Whose signatures stand on the sheet'),
    signedOn: daySchema.describe('The day written on the sheet'),
    fingerprint: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]{8,64}$/, 'Write at least the first eight characters, as the sheet prints them.')
      .optional()
      .describe('Of the words on the sheet. With it the documents that it names count as confirmed too'),
    paperId: z.uuid().optional().describe('The picture of the sheet'),
  }),
  output: z.object({
    recorded: z.number(),
    already: z.number().describe('Who had confirmed it before; what stands stays'),
  }),
  errors: ['another-version', 'not-asked', 'not-your-own', 'day-not-possible', 'another-sheet'],
  controls: ['policy.acknowledgement', 'policy.signatures'],
  about: ({ paperId = null }, { recorded }) => ({ paper: paperId, recorded }),
}).handle(async (context, { versionId, personIds, signedOn, fingerprint, paperId }) => {
  const { db, scopeId, actor, personId, newId } = context;
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
  const earliest = firstDayOnPaper(ask);
  if (signedOn > ask.today || signedOn < earliest) {
    const message =
      signedOn > ask.today
        ? 'This day has not come yet.'
        : ask.countsFrom === earliest
          ? 'This day is of an earlier school year, and the policy asks again each year.'
          : 'On this day the version had not been written yet.';
    throw fail.invalid({
      code: 'day-not-possible',
      message,
      remedy: `Write the day that stands on the sheet, between ${earliest} and today.`,
      fields: [{ field: 'signedOn', message }],
    });
  }
  const paper = paperId === undefined ? undefined : await paperRow(db, scopeId, paperId);
  if (paperId !== undefined && !paper) throw fail.notFound('sheet of paper');
  const asked = new Map((await standings(context, ask)).map((one) => [one.id, one]));
  const chosen = [...new Set(personIds)].map((id) => {
    const one = asked.get(id);
    if (!one || !seesNames(actor, one.groups)) throw fail.notFound('person who is asked to confirm the policy');
    return one;
  });
  const open = chosen.filter(({ standing }) => standing.state !== 'confirmed');
  const words = await wordsOnSheet(context, ask, fingerprint);
  const { version } = ask.basis;
  const acts = open.map((one) => ({ id: newId(), personId: one.id, capacity: capacityOf(one), name: personName(one) }));
  const signed = await signOnPaper(context, {
    purpose: 'acknowledgement',
    document: documentJson(ask),
    text: words.text,
    on: signedOn,
    scanSha256: paper?.sha256 ?? null,
    people: acts.map(({ id, ...person }) => ({ ...person, subjectId: id })),
  });
  await keepActs(
    context,
    ask,
    words,
    acts.map(({ id, personId: whose }, n) => ({ id, personId: whose, signatureId: signed[n]!.id })),
    {
      outcome: 'confirmed',
      kind: 'signature',
      read: words.references,
      paper: { signedOn, recordedBy: personId, paperId: paperId ?? null },
    },
  );
  context.remark({ about: { happened: signedOn } });
  await notify(
    context,
    open.filter(({ signs_in: signsIn }) => signsIn).map(({ id }) => id),
    {
      kind: 'acknowledgement.on-paper',
      text: `Your signature on paper under version ${version.n} of the policy was recorded. If you did not sign, tell the headteacher.`,
      href: '/policy/sign',
    },
  );
  return { recorded: open.length, already: chosen.length - open.length };
});

/** Not before the version was written, nor of a school year that has passed where the policy asks in each. */
function firstDayOnPaper({ basis, countsFrom }: Ask): string {
  const written = dayOf(Temporal.Instant.from(basis.since.put_at));
  return countsFrom !== null && countsFrom > written ? countsFrom : written;
}

/** What stands on the sheet is known by its fingerprint; without it, only the policy itself is taken as signed. */
async function wordsOnSheet(context: Context, ask: Ask, fingerprint: string | undefined): Promise<Worded> {
  const wording = { kind: 'signature', personId: null } as const;
  if (fingerprint === undefined) return wordsFor(context, ask, { ...wording, alone: true });
  const words = await wordsFor(context, ask, wording);
  if (words.textSha256.startsWith(fingerprint)) return words;
  throw fail.invalid({
    code: 'another-sheet',
    message:
      'The words on this sheet are not those that are asked today: a document that is read with the policy has changed since.',
    remedy:
      'Leave the fingerprint out to record the signature under the policy alone, or have the present sheet signed.',
    fields: [{ field: 'fingerprint', message: 'This is not the fingerprint of the present sheet.' }],
  });
}
