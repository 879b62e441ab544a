// A draft by its headings, and the clauses under the one that is open: one pass over all of them, whatever their number. Pure.
import { same, settingById, wordsOf, type Clause, type PolicyDocument } from '#features/policy/index.ts';
import { chaptersOf } from './chapters.ts';
import type { DraftProblem } from './problems.ts';
import type { CommentRow, PartRow } from './queries.ts';
import { clauseOf } from './told.ts';

const PAGE = 50;

export interface Ground {
  readonly rows: readonly PartRow[];
  readonly document: PolicyDocument;
  /** What the draft began from. */
  readonly begun: PolicyDocument;
  readonly problems: readonly DraftProblem[];
  readonly comments: readonly CommentRow[];
}

export function openedHeading(ground: Ground, wanted: { readonly heading: number; readonly page: number }) {
  const { rows, document } = ground;
  const was = new Map(ground.begun.clauses.map((clause) => [clause.id, clause]));
  const problems = countBy(ground.problems.flatMap(({ part, key }) => (part === 'clause' ? [key] : [])));
  const comments = countBy(ground.comments.flatMap((one) => (one.settled_at === null ? (one.clause_id ?? []) : [])));
  const isOf = (clause: Clause) => {
    const before = was.get(clause.id);
    return before === undefined ? 'new' : same(before, clause) ? 'same' : 'changed';
  };
  const chapters = chaptersOf(document.clauses);
  const sum = (clauses: readonly Clause[], counts: ReadonlyMap<string, number>): number =>
    clauses.reduce((all, { id }) => all + (counts.get(id) ?? 0), 0);
  const n = Math.min(wanted.heading, Math.max(1, chapters.length));
  const open = chapters[n - 1] ?? { heading: '', clauses: [] };
  const pages = Math.max(1, Math.ceil(open.clauses.length / PAGE));
  const page = Math.min(wanted.page, pages);
  const revisions = new Map(
    rows.flatMap(({ kind, key, revision }) => (kind === 'clause' ? [[key, revision] as const] : [])),
  );
  const settings = settingsByClause(document);
  const known = new Set(chapters.map(({ heading }) => heading));
  /** Where a whole heading is gone, its clauses are shown at the end. */
  const isHere = (under: string): boolean => under === open.heading || (!known.has(under) && n >= chapters.length);
  return {
    headings: chapters.map(({ heading, clauses }, at) => ({
      n: at + 1,
      heading,
      clauses: clauses.length,
      changed: clauses.filter((clause) => isOf(clause) !== 'same').length,
      problems: sum(clauses, problems),
      comments: sum(clauses, comments),
    })),
    open: {
      n,
      heading: open.heading,
      page,
      pages,
      clauses: open.clauses.slice((page - 1) * PAGE, page * PAGE).map((clause) => {
        const is = isOf(clause);
        return {
          ...clauseOf(clause),
          revision: revisions.get(clause.id) ?? 1,
          is: is as 'new',
          was: is === 'changed' ? clauseOf(was.get(clause.id)!) : null,
          problems: problems.get(clause.id) ?? 0,
          comments: comments.get(clause.id) ?? 0,
          settings: settings.get(clause.id) ?? [],
        };
      }),
      takenOut: rows
        .filter((row): row is PartRow<'clause'> => row.kind === 'clause')
        .flatMap((row) =>
          row.taken_out && isHere(row.taken_out.under) ? [{ ...clauseOf(row.taken_out), revision: row.revision }] : [],
        )
        .slice(0, PAGE),
    },
  };
}

/** What each clause settles, in words. */
export function settingsByClause({ settings }: PolicyDocument) {
  const found = new Map<string, { id: string; question: string; words: string }[]>();
  for (const [id, given] of Object.entries(settings)) {
    const setting = settingById(id);
    if (!setting || !given) continue;
    for (const clause of given.by) {
      const listed = found.get(clause) ?? [];
      listed.push({ id, question: setting.question, words: wordsOf(setting, given.is) });
      found.set(clause, listed);
    }
  }
  return found;
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
