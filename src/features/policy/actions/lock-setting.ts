// Lock a setting for every school of the trust: they may be stricter from that day, and not looser.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf, trustLeads } from '#features/schools/index.ts';
import { answerAsText, answerFrom, sameAnswer } from '../answer.ts';
import { changeFields } from '../change-input.ts';
import { possibleAnswer } from '../check-answer.ts';
import { controlsReading } from '../controls-reading.ts';
import { settingFor } from '../plan-change.ts';
import { mustBeAhead } from '../put-in-force.ts';
import { putTrustVersion, replaceLock } from '../trust/put-trust-version.ts';
import { holdTrustPolicy, isStanding, lockRows, trustDocument, trustVersionRows } from '../trust/queries.ts';
import { clausesOfAnswer, withLock } from '../trust/with-lock.ts';

export const lockSetting = defineAction({
  name: 'policy.lockSetting',
  kind: 'write',
  summary: 'Lock a setting for all schools of the trust: stricter is allowed, looser is not.',
  route: 'PUT /trust/policy/locks/{settingId}',
  scope: 'trust',
  who: trustLeads,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({
    ...changeFields,
    effectiveOn: z.iso.date('Write the date as year-month-day.').optional().describe('From when; today if left out'),
    days: z
      .int('Write a whole number of days.')
      .min(0, 'Write 0 or more days.')
      .max(365, 'At most 365 days.')
      .default(30)
      .describe('How many days a school has that is looser by then'),
    reason: z.string().trim().min(3, 'Write why, for the schools.').max(500, 'At most 500 characters.').describe('Why'),
  }),
  output: z.object({
    lockId: z.string(),
    effectiveOn: z.string(),
    clauses: z.array(z.string()),
    versionId: z
      .string()
      .nullable()
      .describe('The version of the trust’s policy that it made; null where that says so already'),
  }),
  errors: ['answer-not-possible', 'date-passed', 'no-trust-policy', 'begins-before-last', 'later-version-differs'],
  controls: ['policy.trust-lock'],
  about: ({ settingId }, { lockId }) => ({ trustLock: lockId, setting: settingId }),
}).handle(async (context, { settingId, is, overrides, effectiveOn: wanted, days, reason }) => {
  const { db, scopeId, at, controls } = context;
  const setting = settingFor(settingId);
  await holdTrustPolicy(db, scopeId);
  const whose = { trustId: scopeId };
  const [versions, locks] = await Promise.all([trustVersionRows(db, whose), lockRows(db, whose, settingId)]);
  const today = dayOf(at);
  const effectiveOn = wanted ?? today;
  mustBeAhead(effectiveOn, today);
  const base = versions.findLast((one) => one.effective_on <= effectiveOn);
  if (!base) throw noPolicyYet(versions[0]?.effective_on);
  const document = (await trustDocument(db, whose, base.id))!;
  const own = document.settings[settingId];
  const typed = { is, overrides: overrides ?? (own ? answerFrom(own).overrides : []) };
  const answer = possibleAnswer(setting, typed, document, new Set());
  const controlIds = controlsReading(settingId, controls).map(({ control }) => control.id);
  const locked = withLock(document, setting, answer, controlIds);

  let versionId = base.id;
  if (locked === document) {
    for (const later of versions.slice(versions.indexOf(base) + 1)) {
      const given = (await trustDocument(db, whose, later.id))?.settings[settingId];
      if (!given || !sameAnswer(answerFrom(given), answer)) throw laterDiffers(later);
    }
  } else {
    const put = { document: locked, effectiveOn, reason, changes: settingId };
    versionId = (await putTrustVersion(context, put, versions)).id;
  }
  const clauses = clausesOfAnswer(locked.settings[settingId]!);
  const standing = locks.filter((row) => isStanding(row, today));
  const lockId = await replaceLock(context, standing, {
    settingId,
    answer,
    clauses,
    versionId,
    effectiveOn,
    days,
    reason,
  });
  context.remark({ detail: { to: answerAsText(setting, answer), reason } });
  return { lockId, effectiveOn, clauses, versionId: locked === document ? null : versionId };
});

const noPolicyYet = (first: string | undefined) =>
  fail.conflict({
    code: 'no-trust-policy',
    message:
      first === undefined ? 'The trust has no policy yet.' : `The trust’s policy begins on ${dayInWords(first)}.`,
    remedy:
      first === undefined
        ? 'Put a policy of the trust in force first: a lock rests on its clauses.'
        : `Choose ${dayInWords(first)} or a later day.`,
  });

const laterDiffers = ({ n, effective_on: day }: { readonly n: number; readonly effective_on: string }) =>
  fail.conflict({
    code: 'later-version-differs',
    message: `Version ${n} of the trust’s policy answers otherwise from ${dayInWords(day)} on.`,
    remedy: `Lock it from ${dayInWords(day)} on, or with that answer.`,
    fields: [{ field: 'effectiveOn', message: `Choose ${dayInWords(day)} or a later day.` }],
  });
