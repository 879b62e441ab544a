// One setting whole: its question, its answer and who says so, what reads it, what became of it, and how it may be answered.
import { z } from 'zod';
import { anySignedIn, either, onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { namesOf } from '#features/people/index.ts';
import { putsInForce } from '../access.ts';
import { capital } from '../answer-in-words.ts';
import { answerFrom, directionOf } from '../answer.ts';
import { answerShape, directions, placeShape, settingId } from '../change-input.ts';
import { controlsReading } from '../controls-reading.ts';
import { issuedOf } from '../document.ts';
import { localDate } from '../in-force-at.ts';
import { placeKinds, placesFor } from '../places-read.ts';
import { revisionOf, settingFor } from '../plan-change.ts';
import { givenByVersion, versionRows } from '../queries.ts';
import { historyOf } from '../setting-history.ts';
import { settings } from '../settings/index.ts';
import { platformLabels, platformNames } from '../settings/platform-names.ts';
import { shapeOf, shapeSchema } from '../setting-shape.ts';
import { answerView, doesOf, doesShape, placeView, sources, wordsOf } from '../setting-view.ts';
import { behindOn } from '../trust/against-locks.ts';
import { sourceOf } from '../trust/behind.ts';
import { lockShape, locksHere } from '../trust/locks-here.ts';
import { livingVersions, versionOn, wholeBefore } from '../version-line.ts';

export const readSetting = defineAction({
  name: 'policy.readSetting',
  kind: 'read',
  summary: 'Read one setting: its answer, who says so, what reads it, and what became of it.',
  route: 'GET /policy/settings/{settingId}',
  scope: 'school',
  who: either(anySignedIn, onlyOperator),
  token: 'policy:read',
  input: z.object({ settingId }),
  output: z.object({
    id: z.string(),
    question: z.string(),
    is: z.unknown().describe('The answer in force'),
    words: z.string(),
    source: sources,
    clauses: z.array(z.string()),
    overrides: z.array(z.object({ ...placeShape, is: z.unknown(), words: z.string(), clauses: z.array(z.string()) })),
    departs: z
      .object({ direction: directions, answer: answerShape, clauses: z.array(z.string()), silent: z.boolean() })
      .nullable()
      .describe('What the policy answers as it was put in force, where the school has changed that'),
    does: doesShape,
    shape: shapeSchema.describe('What an answer looks like'),
    places: z
      .array(
        z.object({ kind: z.enum(placeKinds), options: z.array(z.object({ value: z.string(), label: z.string() })) }),
      )
      .describe('For what another answer can hold; accounts are those of the register'),
    history: z
      .array(
        z.object({
          changeId: z.string(),
          n: z.number(),
          effectiveOn: z.string(),
          state: z.enum(['before', 'in-force', 'waiting', 'called-off']),
          before: answerShape.nullable(),
          after: answerShape,
          whole: z.boolean().describe('A whole policy was put in force, not this setting changed'),
          by: z.string().describe('Empty where it was done on the school’s computer'),
          at: z.string(),
          reason: z.string(),
          calledOff: z.object({ by: z.string(), at: z.string() }).nullable(),
        }),
      )
      .describe('Newest first'),
    locks: z.array(lockShape).describe('What the trust has locked here, or will'),
    endsWith: z
      .object({ n: z.number(), effectiveOn: z.string() })
      .nullable()
      .describe('A whole policy that waits, and then answers for itself'),
    version: z
      .object({ n: z.number(), issued: z.string() })
      .nullable()
      .describe('The one in force, with its issue as a year, month or day'),
    revision: z.string().describe('To be sent with a change, so that nothing changed meanwhile is overwritten'),
    mayChange: z.boolean(),
  }),
  controls: ['policy.document', 'policy.cited', 'policy.choices'],
}).handle(async (context, input) => {
  const { db, scopeId, at, actor, controls } = context;
  const setting = settingFor(input.settingId);
  const today = await localDate(db, scopeId, at);
  const [rows, given, starter, inPolicy, locks] = await Promise.all([
    versionRows(db, scopeId),
    givenByVersion(db, scopeId, setting.id),
    behindOn(db, today),
    context.policy(),
    locksHere(context, today, setting.id),
  ]);
  const fallback = starter.settings[setting.id]!;
  const living = livingVersions(rows);
  const now = versionOn(living, today);
  const whole = now && wholeBefore(living, now);
  const own = now ? (given.get(now.id) ?? null) : null;
  const first = whole ? (given.get(whole.id) ?? null) : null;
  const inForce = own ?? fallback;
  const direction = directionOf(setting, answerFrom(first ?? fallback), answerFrom(inForce));
  const steps = historyOf(setting.id, rows, given, fallback, today);
  const ids = steps.flatMap(({ version }) => [version.put_by, version.withdrawn_by]);
  const names = await namesOf(db, scopeId, ids);
  const nameOf = (id: string | null) => names.get(id ?? '') ?? '';
  const { value: kinds } = inPolicy.ruling(settings.content.categories);
  const optionsOf = {
    platform: platformNames.map((value) => ({ value, label: capital(platformLabels[value]) })),
    category: kinds.map(({ id, label }) => ({ value: id, label })),
  };
  const ending = living.find((version) => version.effective_on > today && version.changes === null);
  return {
    id: setting.id,
    question: setting.question,
    is: inForce.is,
    words: wordsOf(setting, inForce.is),
    source: direction === 'same' ? sourceOf(own, inForce) : 'change',
    clauses: [...inForce.by],
    overrides: (inForce.overrides ?? []).map((one) => ({
      ...placeView(one),
      is: one.is,
      words: wordsOf(setting, one.is),
      clauses: [...one.by],
    })),
    departs:
      direction === 'same'
        ? null
        : {
            direction,
            answer: answerView(setting, answerFrom(first ?? fallback)),
            clauses: [...(first ?? fallback).by],
            silent: first === null,
          },
    does: doesOf(controlsReading(setting.id, controls)),
    shape: shapeOf(setting),
    places: placesFor(setting.id).map((kind) => ({ kind, options: kind === 'account' ? [] : optionsOf[kind] })),
    history: steps.map(({ version, before, after, state }) => ({
      changeId: version.change_id,
      n: version.n,
      effectiveOn: version.effective_on,
      state,
      before: before && answerView(setting, before),
      after: answerView(setting, after),
      whole: version.changes === null,
      by: nameOf(version.put_by),
      at: version.put_at,
      reason: version.reason,
      calledOff: version.withdrawn_at === null ? null : { by: nameOf(version.withdrawn_by), at: version.withdrawn_at },
    })),
    locks,
    endsWith: ending ? { n: ending.n, effectiveOn: ending.effective_on } : null,
    version: now ? { n: now.n, issued: issuedOf(now.edition, now.effective_on) } : null,
    revision: revisionOf(living, given, today),
    mayChange: putsInForce.allows(actor),
  };
});
