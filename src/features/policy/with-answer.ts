// A policy with one setting answered otherwise: the answer, a clause that says so, and the choice with its reason. Pure.
import { answerAsText, answerOf, knownSetting, sameAnswer, samePlace, type Answer } from './answer.ts';
import type { Clause, GivenSetting, PolicyDocument } from './document.ts';
import { same } from './strictness.ts';

/** The heading of clauses that a school added by changing a setting. */
export const CHANGES_HEADING = 'Settings changed since, and not adopted yet';
const LONGEST_CLAUSE = 2000;

export interface Ground {
  /** The policy as it was put in force whole. */
  readonly adopted: PolicyDocument;
  readonly starter: PolicyDocument;
  /** Controls that read the setting; there is always one. */
  readonly controlIds: readonly string[];
}

export interface Change {
  readonly settingId: string;
  readonly answer: Answer;
  readonly because: string;
}

/** Where the new answer is that of the policy as it was put in force, nothing is left of the change. */
export function withAnswer(document: PolicyDocument, change: Change, ground: Ground): PolicyDocument {
  const { settingId, answer, because } = change;
  const { adopted, starter, controlIds } = ground;
  const setting = knownSetting(settingId);
  const clauseId = clauseOfChange(document, settingId) ?? nextClauseId(document);
  const { [settingId]: _before, ...otherSettings } = document.settings;
  const otherClauses = document.clauses.filter(({ id }) => id !== clauseId);
  const otherChoices = (document.choices ?? []).filter(({ tension }) => tension !== tensionOf(settingId));
  const own = adopted.settings[settingId];
  const first = answerOf(adopted, starter, settingId);
  if (sameAnswer(first, answer)) {
    const { choices: _choices, ...rest } = document;
    return {
      ...rest,
      clauses: otherClauses,
      settings: own ? { ...otherSettings, [settingId]: own } : otherSettings,
      ...(otherChoices.length > 0 || adopted.choices ? { choices: otherChoices } : {}),
    };
  }
  const words = answerAsText(setting, answer);
  const clause: Clause = {
    id: clauseId,
    number: `S${Number(clauseId.slice(4))}`,
    under: CHANGES_HEADING,
    title: setting.question,
    text: words.length <= LONGEST_CLAUSE ? words : `${words.slice(0, LONGEST_CLAUSE - 1)}…`,
    binds: ['everybody whom the policy binds'],
    force: 'process',
    'rests-on': [...controlIds],
  };
  return {
    ...document,
    clauses: [...otherClauses, clause],
    settings: { ...otherSettings, [settingId]: given(answer, clauseId, own) },
    choices: [
      ...otherChoices,
      {
        tension: tensionOf(settingId),
        question: setting.question,
        options: [answerAsText(setting, first), words],
        chosen: words,
        because,
        clauses: [clauseId, ...(own?.by ?? [])],
      },
    ],
  };
}

/** What stays as the policy has it still rests on the policy's own clauses. */
function given({ is, overrides }: Answer, clauseId: string, own: GivenSetting | undefined): GivenSetting {
  const known = own?.overrides ?? [];
  return {
    is,
    by: own && same(own.is, is) ? [...own.by] : [clauseId],
    ...(overrides.length === 0
      ? {}
      : {
          overrides: overrides.map((one) => {
            const before = known.find((other) => samePlace(one, other) && same(one.is, other.is));
            return { ...one, by: before ? [...before.by] : [clauseId] };
          }),
        }),
  };
}

/** The clause by which a school has changed this setting, if it has. */
export const clauseOfChange = (document: PolicyDocument, settingId: string): string | undefined =>
  document.choices?.find(({ tension }) => tension === tensionOf(settingId))?.clauses[0];

/** `approval.secondReader` → `changed-approval-second-reader`. */
const tensionOf = (settingId: string): string =>
  `changed-${settingId.replaceAll('.', '-').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function nextClauseId({ clauses }: PolicyDocument): string {
  const taken = clauses.flatMap(({ id }) => (id.startsWith('SET-') ? [Number(id.slice(4))] : []));
  return `SET-${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`;
}
