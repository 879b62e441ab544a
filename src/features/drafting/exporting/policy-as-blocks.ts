// A policy in the parts of a printed page: what the PDF is made of. Pure.
import { z } from 'zod';
import { answerInWords, placeInWords, settingById, type PolicyDocument } from '#features/policy/index.ts';
import { chaptersOf } from '../chapters.ts';
import { factsOf, monthInWords, type Edition } from './edition.ts';

export const printedBlock = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: z.string(),
  }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('note'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()).readonly() }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.string()).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly(),
  }),
  z.object({ kind: z.literal('facts'), rows: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly() }),
]);
export type PrintedBlock = z.infer<typeof printedBlock>;

export function policyAsBlocks(document: PolicyDocument, edition: Edition): PrintedBlock[] {
  const numbers = new Map(document.clauses.map((clause) => [clause.id, clause.number]));
  const cited = (ids: readonly string[]): string => ids.map((id) => numbers.get(id) ?? id).join(', ');
  const settings = Object.entries(document.settings).flatMap(([id, given]) => {
    const setting = settingById(id);
    if (!setting || !given) return [];
    const elsewhere = (given.overrides ?? []).map(
      (one) => `For ${placeInWords(one)}: ${answerInWords(setting, one.is)}`,
    );
    return [[setting.question, [answerInWords(setting, given.is), ...elsewhere].join(' '), cited(given.by)]];
  });
  return [
    { kind: 'facts', rows: factsOf(edition) },
    ...(document.ethos === undefined ? [] : [{ kind: 'paragraph', text: document.ethos } as const]),
    ...chaptersOf(document.clauses).flatMap(({ heading, clauses }): PrintedBlock[] => [
      { kind: 'heading', level: 1, text: heading },
      ...clauses.flatMap(({ number, title, text, binds }): PrintedBlock[] => [
        { kind: 'heading', level: 2, text: `${number} ${title}` },
        { kind: 'paragraph', text },
        { kind: 'note', text: `Binds ${binds.join(', ')}` },
      ]),
    ]),
    ...listed(
      'What its words mean',
      document.definitions,
      (one) => `${one.term}: ${one.meaning} (${cited([one.clause])})`,
    ),
    ...listed('What it relies on', document.linkedPolicies, (one) => `${one.title} (${cited(one.clauses)})`),
    ...(settings.length === 0
      ? []
      : [
          { kind: 'heading', level: 1, text: 'What it settles' } as const,
          {
            kind: 'table',
            caption: 'Each question that the policy answers, with the clause that answers it',
            columns: ['Question', 'Answer', 'Clause'],
            rows: settings,
          } as const,
        ]),
  ];
}

/** At the foot of every page. */
export const footerOf = ({ standing, issued, sha256 }: Edition): string =>
  `${standing}, ${issued === null ? 'not issued yet' : `issued ${monthInWords(issued)}`}. Fingerprint ${sha256.slice(0, 12)}`;

const listed = <T>(heading: string, entries: readonly T[] | undefined, say: (entry: T) => string): PrintedBlock[] =>
  entries === undefined || entries.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: heading },
        { kind: 'list', items: entries.map(say) },
      ];
