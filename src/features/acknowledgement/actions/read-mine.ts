// What the policy asks me to read and confirm, part by part, and how far I have come.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { sha256 } from '#kernel/canonical.ts';
import { personName } from '#features/people/index.ts';
import { issuedOf } from '#features/policy/index.ts';
import { CONSENT } from '#features/signatures/index.ts';
import { ownActRows } from '../queries.ts';
import { firstOpen, ownAsks, wordsFor } from '../own.ts';
import { partsOf } from '../parts.ts';
import { questionsOf } from '../quiz.ts';
import { referenceText } from '../read-with.ts';
import { progressOf } from '../ready.ts';
import { referencesOf } from '../references-read.ts';
import { showPart, shownPart } from '../shown-part.ts';
import { STATES } from '../standing.ts';

export const readMine = defineAction({
  name: 'acknowledgement.readMine',
  kind: 'read',
  summary: 'See what the policy asks me to read and confirm, and how far I have come.',
  route: 'GET /acknowledgement/mine',
  scope: 'school',
  who: anySignedIn,
  token: 'policy:read',
  input: z.object({
    versionId: z.uuid().optional().describe('This version; what is open first where nothing is said'),
    part: z.coerce
      .number()
      .int()
      .min(1)
      .max(10_000)
      .optional()
      .describe('Which part; the first unread one if left out'),
  }),
  output: z.object({
    asked: z
      .object({
        versionId: z.uuid(),
        n: z.number(),
        title: z.string(),
        effectiveOn: z.string(),
        issued: z.string().describe('When it was issued, as a year, month or day'),
        isAhead: z.boolean().describe('Its day has not come yet'),
        reason: z.string().describe('Why there is a new version'),
        documentSha256: z.string(),
        isAsked: z.boolean().describe('Whether the policy asks you at all'),
        kind: z.enum(['read', 'quiz', 'signature']),
        state: z.enum(STATES),
        due: z.string().nullable(),
        doneOn: z.string().nullable(),
        saidOf: z
          .number()
          .nullable()
          .describe('The version that you confirmed or refused; later ones only corrected it'),
        elsewhere: z.string().nullable().describe('The other school of the trust where you confirmed the same text'),
        parts: z.number(),
        turned: z.number(),
        readToTheEnd: z.boolean(),
        answeredRightly: z.boolean(),
        part: shownPart,
        questions: z.array(
          z.object({
            settingId: z.string(),
            question: z.string(),
            options: z.array(z.object({ value: z.string(), words: z.string() })).readonly(),
          }),
        ),
        statement: z.object({
          opening: z.string(),
          sections: z.array(z.object({ heading: z.string(), lines: z.array(z.string()).readonly() })).readonly(),
          closing: z.string(),
          text: z.string().describe('All of it as the one text that is hashed and kept'),
          textSha256: z.string(),
          consent: z.string().describe('What typing one’s name means, where it is signed'),
        }),
        references: z
          .array(
            z.object({
              key: z.string(),
              title: z.string(),
              owner: z.string(),
              edition: z.string(),
              place: z.string().describe('An address, or where it is kept'),
              confirmedOn: z.string().nullable().describe('When you confirmed this edition'),
              clauses: z.array(z.string()).readonly(),
              textSha256: z.string().describe('Of the words in which this document is confirmed by itself'),
            }),
          )
          .describe('Documents that are read with the policy, each to be confirmed in its edition'),
        isYearly: z.boolean().describe('It is asked again each school year'),
        clauses: z.array(z.string()).readonly(),
      })
      .nullable(),
    others: z
      .array(z.object({ versionId: z.uuid(), n: z.number(), effectiveOn: z.string(), state: z.enum(STATES) }))
      .describe('Other versions that are asked of you'),
    history: z.array(
      z.object({
        id: z.uuid(),
        n: z.number(),
        outcome: z.enum(['confirmed', 'refused']),
        kind: z.string(),
        reason: z.string(),
        doneOn: z.string(),
        at: z.string(),
        recordedBy: z.string().nullable().describe('On paper: who recorded it'),
        signatureId: z.uuid().nullable(),
        digest: z.string().nullable().describe('Of the signature: the SHA-256 that the ledger keeps'),
        words: z.string().describe('The exact words, as they are kept'),
      }),
    ),
  }),
  controls: ['policy.acknowledgement', 'people.enrolment'],
}).handle(async (context, { versionId, part }) => {
  const { db, scopeId, personId } = context;
  const [own, past] = await Promise.all([ownAsks(context, personId), ownActRows(db, scopeId, personId)]);
  const chosen = own.find(({ ask }) => ask.basis.version.id === versionId) ?? firstOpen(own);
  const history = past.map((act) => ({
    id: act.id,
    n: act.n,
    outcome: act.outcome === 'refused' ? ('refused' as const) : ('confirmed' as const),
    kind: act.kind,
    reason: act.reason,
    doneOn: act.done_on,
    at: act.at,
    recordedBy:
      act.first_name === null || act.last_name === null
        ? null
        : personName({
            first_name: act.first_name,
            last_name: act.last_name,
            preferred_name: act.preferred_name ?? '',
          }),
    signatureId: act.signature_id,
    digest: act.digest,
    words: act.text,
  }));
  if (!chosen) return { asked: null, others: [], history };
  const { ask, asked } = chosen;
  const kind = asked?.kind ?? 'read';
  const parts = partsOf(ask.document);
  const [progress, words] = await Promise.all([
    progressOf(context, ask, personId),
    wordsFor(context, ask, { kind, personId }),
  ]);
  const { sha256: documentSha256 } = ask.basis.version;
  const { statement, text, textSha256 } = words;
  const references = await referencesOf(context, words.references, personId);
  const shown = Math.min(part ?? progress.turned + 1, progress.turned + 1, parts.length);
  return {
    asked: {
      versionId: ask.basis.version.id,
      n: ask.basis.version.n,
      title: ask.document.title,
      effectiveOn: ask.basis.version.effective_on,
      issued: issuedOf(ask.document.edition, ask.basis.version.effective_on),
      isAhead: ask.basis.isAhead,
      reason: ask.basis.since.reason,
      documentSha256,
      isAsked: asked !== undefined,
      kind,
      state: asked?.standing.state ?? 'confirmed',
      due: asked?.standing.due ?? null,
      doneOn: asked?.standing.state === 'confirmed' ? (asked.standing.act?.doneOn ?? null) : null,
      saidOf: asked?.standing.act?.n ?? null,
      elsewhere: asked?.standing.act?.elsewhere ?? null,
      parts: parts.length,
      ...progress,
      part: showPart({ personId, documentSha256, parts }, shown),
      questions:
        kind === 'quiz'
          ? questionsOf(ask.document, ask.starter).map(({ settingId, question, options }) => ({
              settingId,
              question,
              options,
            }))
          : [],
      statement: { ...statement, text, textSha256, consent: CONSENT },
      references: references.map((one) => ({ ...one, textSha256: sha256(referenceText(one)) })),
      isYearly: ask.isYearly,
      clauses: ask.clauses,
    },
    others: own
      .filter((one) => one !== chosen && one.asked !== undefined)
      .map((one) => ({
        versionId: one.ask.basis.version.id,
        n: one.ask.basis.version.n,
        effectiveOn: one.ask.basis.version.effective_on,
        state: one.asked!.standing.state,
      })),
    history,
  };
});
