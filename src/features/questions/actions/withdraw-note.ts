// Take a note away from beside its clause; the question and its answer stay.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { noteRow, withdrawNoteOf } from '../queries.ts';
import { questionToAnswer } from '../standing.ts';

export const withdrawNote = defineAction({
  name: 'questions.withdrawNote',
  kind: 'write',
  summary: 'Take a note away from beside its clause.',
  route: 'DELETE /policy/notes/{noteId}',
  scope: 'school',
  who: anySignedIn,
  input: z.object({ noteId: z.uuid() }),
  output: z.object({}),
  errors: ['not-the-answerer'],
  controls: ['policy.questions'],
  about: ({ noteId }) => ({ note: noteId }),
}).handle(async (context, { noteId }) => {
  const { db, scopeId, personId, now } = context;
  const note = await noteRow(db, scopeId, noteId);
  if (!note) throw fail.notFound('note');
  const { question } = await questionToAnswer(context, note.question_id);
  await withdrawNoteOf(db, scopeId, question, personId, now);
  return {};
});
