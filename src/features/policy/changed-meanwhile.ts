// Says to the second of two people what the first has done, so that nobody overwrites what they have not seen.
import type { Context } from '#kernel/context.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import { fail, type Failure } from '#kernel/errors.ts';
import { peopleByIds, personName } from '#features/people/index.ts';
import { answerAsText } from './answer.ts';
import type { PlannedChange } from './plan-change.ts';
import { givenByVersion, type VersionRow } from './queries.ts';
import { historyOf } from './setting-history.ts';
import { behindOn } from './trust/against-locks.ts';

export async function changedMeanwhile({ db, scopeId }: Context, plan: PlannedChange): Promise<Failure> {
  const { setting, rows, today } = plan;
  const [given, starter] = await Promise.all([givenByVersion(db, scopeId, setting.id), behindOn(db, today)]);
  const steps = historyOf(setting.id, rows, given, starter.settings[setting.id]!, today);
  const latest = steps.toSorted((one, other) => momentOf(other.version).localeCompare(momentOf(one.version)))[0];
  const by = latest && (latest.version.withdrawn_by ?? latest.version.put_by);
  const [person] = by ? await peopleByIds(db, scopeId, [by]) : [];
  const name = person ? personName(person) : 'Whoever runs the machine';
  const what =
    latest === undefined
      ? ''
      : latest.state === 'called-off'
        ? `They called off the change from ${dayInWords(latest.version.effective_on)}.`
        : `From ${dayInWords(latest.version.effective_on)} on: ${answerAsText(setting, latest.after)} Their reason: ${latest.version.reason}`;
  return fail.conflict({
    code: 'setting-changed',
    message: `${name} has changed this meanwhile. ${what}`,
    remedy: 'Nothing of theirs was overwritten. Look at it as it is now, and change it again if it still should be.',
  });
}

const momentOf = ({ withdrawn_at: ended, put_at: put }: VersionRow): string => ended ?? put;
