// What became of one setting, version by version: from what to what, by whom, when and why; what waits, and what was called off. Pure.
import { answerFrom, sameAnswer, type Answer } from './answer.ts';
import type { GivenSetting } from './document.ts';
import type { VersionRow } from './queries.ts';

export interface HistoryStep {
  readonly version: VersionRow;
  /** Null for the first: there was no policy before. */
  readonly before: Answer | null;
  readonly after: Answer;
  readonly state: 'before' | 'in-force' | 'waiting' | 'called-off';
}

/**
 * Newest first.
 * @param rows every version, those taken back included
 * @param given what each says of the setting itself
 */
export function historyOf(
  settingId: string,
  rows: readonly VersionRow[],
  given: ReadonlyMap<string, GivenSetting | null>,
  fallback: GivenSetting,
  today: string,
): HistoryStep[] {
  const answer = ({ id }: VersionRow) => answerFrom(given.get(id) ?? fallback);
  const ordered = rows.filter(({ why }) => why !== 'carried-over').toReversed();
  const steps: HistoryStep[] = [];
  let before: Answer | null = null;
  for (const version of ordered) {
    const after = answer(version);
    const calledOff = version.why === 'cancelled';
    const isNew: boolean = before === null || !sameAnswer(before, after);
    if (calledOff ? version.changes === settingId : isNew || version.changes === settingId) {
      const state = calledOff ? 'called-off' : version.effective_on > today ? 'waiting' : 'before';
      steps.push({ version, before, after, state });
    }
    if (!calledOff) before = after;
  }
  const current = steps.findLastIndex(({ state }) => state === 'before');
  return steps.map((step, at) => (at === current ? { ...step, state: 'in-force' as const } : step)).toReversed();
}
