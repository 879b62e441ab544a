// A policy as Markdown, in the shape that `readMarkdown` reads again. Pure.
import {
  answerInWords,
  settingById,
  type Clause,
  type GivenSetting,
  type PolicyDocument,
} from '#features/policy/index.ts';
import { chaptersOf } from '../chapters.ts';
import { factsOf, type Edition } from './edition.ts';

export const SETTINGS_HEADING = 'What it settles';
export const TERMS_HEADING = 'What its words mean';
export const LINKED_HEADING = 'What it relies on';
export const CHOICES_HEADING = 'Choices that were made';

export function policyAsMarkdown(document: PolicyDocument, edition: Edition): string {
  return [
    `# ${document.title}`,
    lines([
      ...factsOf(edition),
      ['Policy', document.id],
      ...(document.derivedFrom === undefined ? [] : [['Derived from', document.derivedFrom] as const]),
      ...(document.edition === undefined ? [] : [['Edition', document.edition] as const]),
    ]),
    ...(document.ethos === undefined ? [] : [quoted(document.ethos)]),
    ...chaptersOf(document.clauses).flatMap(({ heading, clauses }) => [
      `## ${heading}`,
      ...clauses.map((clause) => clauseAsMarkdown(clause)),
    ]),
    ...section(TERMS_HEADING, document.definitions, ({ term, meaning, clause }) =>
      [`### ${term}`, words(meaning), lines([['Clause', clause]])].join('\n\n'),
    ),
    ...section(LINKED_HEADING, document.linkedPolicies, ({ title, clauses }) =>
      [`### ${title}`, lines([['Clauses', clauses.join('; ')]])].join('\n\n'),
    ),
    ...section(SETTINGS_HEADING, Object.entries(document.settings), ([id, given]) =>
      given ? settingAsMarkdown(id, given) : '',
    ),
    ...section(CHOICES_HEADING, document.choices, ({ tension, question, options, chosen, because, clauses }) =>
      [
        `### ${question}`,
        words(chosen),
        lines([
          ['Choice', tension],
          ['Options', options.join(' | ')],
          ['Because', because],
          ['Clauses', clauses.join('; ')],
        ]),
      ].join('\n\n'),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

const clauseAsMarkdown = ({ id, number, title, text, force, binds, ...rest }: Clause): string =>
  [
    `### ${number} ${title}`,
    words(text),
    lines([
      ['Id', id],
      ...(/\s/.test(number) ? [['Number', number] as const] : []),
      ['Binds', binds.join('; ')],
      ['Force', force],
      ['Rests on', rest['rests-on'].join('; ')],
    ]),
  ].join('\n\n');

function settingAsMarkdown(id: string, given: GivenSetting): string {
  const setting = settingById(id);
  return [
    `### ${setting?.question ?? id}`,
    setting ? words(answerInWords(setting, given.is)) : '',
    lines([
      ['Setting', id],
      ['Answer', code(given.is)],
      ['Clauses', given.by.join('; ')],
      ...(given.overrides ?? []).map((one) => ['Elsewhere', code(one)] as const),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const section = <T>(heading: string, entries: readonly T[] | undefined, say: (entry: T) => string): string[] =>
  entries === undefined || entries.length === 0
    ? []
    : [`## ${heading}`, ...entries.map(say).filter((text) => text !== '')];
const lines = (facts: readonly (readonly [string, string])[]): string =>
  facts.map(([label, value]) => `- ${label}: ${value.replaceAll(/\s+/g, ' ')}`).join('\n');
/** What would read as a heading or a fact is marked as words. */
const words = (text: string): string => text.replaceAll(/^(?=[#\\]|- )/gm, '\\');
const code = (value: unknown): string => `\`${JSON.stringify(value)}\``;
const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
