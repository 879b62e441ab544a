// Questions on a policy, made from the answers that it gives to settings; graded here and never in the browser. Pure.
import { settingById, settings, type PolicyDocument } from '#features/policy/index.ts';

/** What somebody who works here should know first; each is asked only where it has answers in words. */
const WORTH_ASKING: readonly { readonly id: string }[] = [
  settings.approval.secondReader,
  settings.checks.pupilNames,
  settings.consent.mode,
  settings.contact.formerPupils,
  settings.contact.parents,
  settings.media.schoolDeviceOnly,
  settings.personalUse.discussSchool,
  settings.personalUse.nameEmployer,
  settings.personalUse.atWork,
  settings.contact.families,
  settings.inbox.directMessages,
  settings.checks.commitments,
  settings.deviation.enabled,
  settings.post.signOff,
];
const MOST = 5;

export interface Question {
  readonly settingId: string;
  readonly question: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly right: string;
  readonly clauses: readonly string[];
}

/** What the policy says itself comes first; where that is little, Gatepost’s defaults are asked about too, as they hold as well. */
export function questionsOf(document: PolicyDocument, starter: PolicyDocument): Question[] {
  const own = WORTH_ASKING.filter(({ id }) => document.settings[id] !== undefined);
  const rest = WORTH_ASKING.filter(({ id }) => document.settings[id] === undefined);
  return [...own, ...rest].flatMap(({ id }) => questionOf(id, document, starter)).slice(0, MOST);
}

function questionOf(id: string, document: PolicyDocument, starter: PolicyDocument): Question[] {
  const setting = settingById(id);
  const given = document.settings[id] ?? starter.settings[id];
  if (!setting?.answers || !given || !['string', 'boolean'].includes(typeof given.is)) return [];
  const options = Object.entries(setting.answers).map(([value, words]) => ({ value, words }));
  return [{ settingId: id, question: setting.question, options, right: String(given.is), clauses: given.by }];
}

export type Answers = Readonly<Record<string, string>>;

/** The questions that were answered wrongly or not at all. */
export const wrongOf = (questions: readonly Question[], answers: Answers): Question[] =>
  questions.filter(({ settingId, right }) => answers[settingId] !== right);
