// Comments and edits as they are told: with names, and edits as words before and after. Pure.
import type { z } from 'zod';
import type { Clause } from '#features/policy/index.ts';
import { partInWords } from './say-part.ts';
import type { CommentRow, DraftRow, EditRow } from './queries.ts';
import { stateOf } from './queries.ts';
import type { clauseView, commentView, editView } from './views.ts';

type NameOf = (id: string | null) => string;

export const headOf = (row: DraftRow, nameOf: NameOf) => ({
  id: row.id,
  name: row.name,
  state: stateOf(row),
  begunFrom: row.begun_words,
  begunBy: nameOf(row.begun_by),
  begunAt: row.begun_at,
  changedBy: nameOf(row.changed_by),
  changedAt: row.changed_at,
  edits: row.edits,
});

export const clauseOf = (clause: Clause): z.infer<typeof clauseView> => ({
  id: clause.id,
  number: clause.number,
  under: clause.under,
  title: clause.title,
  text: clause.text,
  force: clause.force,
  binds: clause.binds,
  restsOn: clause['rests-on'],
});

export const commentOf = (row: CommentRow, nameOf: NameOf): z.infer<typeof commentView> => ({
  id: row.id,
  clauseId: row.clause_id,
  words: row.words,
  by: nameOf(row.said_by),
  at: row.said_at,
  settled: row.settled_at === null ? null : { by: nameOf(row.settled_by), at: row.settled_at },
});

export const editOf = (row: EditRow, nameOf: NameOf): z.infer<typeof editView> => {
  const kind = row.kind as z.infer<typeof editView>['kind'];
  const [before, after] = onlyWhatDiffers(
    partInWords(kind, row.key, row.before),
    partInWords(kind, row.key, row.after),
  );
  return {
    n: row.n,
    kind,
    key: row.key,
    what: row.what as z.infer<typeof editView>['what'],
    before,
    after,
    by: nameOf(row.edited_by),
    at: row.edited_at,
  };
};

/** Lines that stand in both are left out: somebody who reads an edit wants to see what it changed. */
function onlyWhatDiffers(before: string, after: string): [before: string, after: string] {
  if (before === '' || after === '') return [before, after];
  const [was, is] = [before.split('\n'), after.split('\n')];
  const without = (lines: readonly string[], others: readonly string[]): string =>
    lines.filter((line) => !others.includes(line)).join('\n');
  return [without(was, is), without(is, was)];
}
