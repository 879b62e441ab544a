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
  return {
    n: row.n,
    kind,
    key: row.key,
    what: row.what as z.infer<typeof editView>['what'],
    before: partInWords(kind, row.key, row.before),
    after: partInWords(kind, row.key, row.after),
    by: nameOf(row.edited_by),
    at: row.edited_at,
  };
};
