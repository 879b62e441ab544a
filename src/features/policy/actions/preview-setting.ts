// What would a change of one setting come to? Nothing is changed by asking.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { putsInForce } from '../access.ts';
import { answerFrom, directionOf, sameAnswer } from '../answer.ts';
import { answerShape, changeFields, directions } from '../change-input.ts';
import { controlsReading } from '../controls-reading.ts';
import { planChange } from '../plan-change.ts';
import { givenByVersion } from '../queries.ts';
import { answerView, doesOf, doesShape } from '../setting-view.ts';
import { behindOn } from '../trust/against-locks.ts';
import { whoIsAsked } from '../who-is-asked.ts';

const askedRole = z.object({ role: z.string(), people: z.array(z.string()).readonly() });

export const previewSetting = defineAction({
  name: 'policy.previewSetting',
  kind: 'read',
  summary: 'Say what changing a setting would come to.',
  route: 'POST /policy/settings/{settingId}/preview',
  scope: 'school',
  who: putsInForce,
  token: 'policy:read',
  input: z.object(changeFields),
  output: z.object({
    question: z.string(),
    effectiveOn: z.string(),
    today: z.boolean().describe('It would hold from today on'),
    before: answerShape,
    after: answerShape,
    direction: directions.describe('Whether it would be stricter than what holds by then'),
    adopted: z
      .object({
        direction: directions.describe('Whether it would be stricter than the policy as it was put in force'),
        answer: answerShape,
        clauses: z.array(z.string()),
        silent: z.boolean().describe('The policy itself says nothing; this is Gatepost’s default'),
      })
      .describe('What the policy, as it was put in force, answers'),
    asks: z.object({ joining: z.array(askedRole), leaving: z.array(askedRole) }),
    does: doesShape,
    laterChanges: z
      .array(z.object({ effectiveOn: z.string(), answer: answerShape }))
      .describe('Changes of the same setting that take over on a later day'),
    endsWith: z
      .object({ n: z.number(), effectiveOn: z.string() })
      .nullable()
      .describe('A whole policy that waits, with which the change would end'),
    revision: z.string().describe('To be sent with the change, so that nothing changed meanwhile is overwritten'),
  }),
  errors: ['answer-not-possible', 'nothing-changes', 'date-passed', 'locked-by-trust'],
  controls: ['policy.in-force'],
}).handle(async (context, input) => {
  const { db, scopeId, controls } = context;
  const plan = await planChange(context, input);
  const { setting, before, after, adopted, effectiveOn, living } = plan;
  const [given, starter, asks] = await Promise.all([
    givenByVersion(db, scopeId, setting.id),
    behindOn(db, plan.effectiveOn),
    whoIsAsked(db, scopeId, setting, plan, plan.today),
  ]);
  const fallback = starter.settings[setting.id]!;
  const own = plan.adoptedDocument.settings[setting.id];
  const ending = living.find((version) => version.effective_on > effectiveOn && version.changes === null);
  return {
    question: setting.question,
    effectiveOn,
    today: effectiveOn === plan.today,
    before: answerView(setting, before),
    after: answerView(setting, after),
    direction: directionOf(setting, before, after),
    adopted: {
      direction: sameAnswer(adopted, after) ? 'same' : directionOf(setting, adopted, after),
      answer: answerView(setting, adopted),
      clauses: [...(own ?? fallback).by],
      silent: own === undefined,
    },
    asks,
    does: doesOf(controlsReading(setting.id, controls)),
    laterChanges: plan.waiting
      .filter(({ changes }) => changes === setting.id)
      .map(({ id, effective_on: day }) => ({
        effectiveOn: day,
        answer: answerView(setting, answerFrom(given.get(id) ?? fallback)),
      })),
    endsWith: ending ? { n: ending.n, effectiveOn: ending.effective_on } : null,
    revision: plan.revision,
  };
});
