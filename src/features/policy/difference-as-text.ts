// The difference between two policies in words.
import { answerInWords, placeInWords } from './answer-in-words.ts';
import { isOnlySaid, type ClauseChange, type PolicyDifference, type SettingChange } from './compare.ts';
import { settingById } from './settings/index.ts';

export function differenceAsText(difference: PolicyDifference): string {
  const { added, removed, changed, settings } = difference;
  const onlySaid = settings.filter(isOnlySaid);
  const differing = settings.filter((one) => !isOnlySaid(one));
  const lines = [
    ...section(
      `${added.length} added`,
      added.map((clause) => `+ ${clause.number} ${clause.title} [${clause.id}]`),
    ),
    ...section(
      `${removed.length} removed`,
      removed.map((clause) => `- ${clause.number} ${clause.title} [${clause.id}]`),
    ),
    ...section(`${changed.length} changed`, changed.map(changedClause)),
    ...section(`${differing.length} settings differ`, differing.map(changedSetting)),
    ...section(`${onlySaid.length} settings are the same, said in only one of the two`, onlySaid.map(changedSetting)),
  ];
  return lines.length === 0 ? 'The two policies say the same.' : lines.join('\n');
}

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];

const changedClause = ({ after, parts }: ClauseChange): string =>
  `~ ${after.number} ${after.title} [${after.id}]: ${parts.join(', ')}`;

const CHANGE = {
  stricter: 'stricter',
  looser: 'looser',
  different: 'different',
  said: 'the same, now said',
  unsaid: 'the same, no longer said',
} as const;

function changedSetting({ id, question, place, before, after, change }: SettingChange): string {
  const setting = settingById(id);
  const words = (value: unknown) => (setting ? answerInWords(setting, value) : JSON.stringify(value));
  const where = place ? ` For ${placeInWords(place)}.` : '';
  const answers = isOnlySaid({ change }) ? words(after) : `${words(before)} → ${words(after)}`;
  return `${id} (${CHANGE[change]}): ${question}${where} ${answers}`;
}
