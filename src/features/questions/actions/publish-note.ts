// Publish what was answered as a note beside the clause, in words fit for everybody who signs in.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { insertNote, withdrawNoteOf } from '../queries.ts';
import { questionToAnswer } from '../standing.ts';

export const publishNote = defineAction({
  name: 'questions.publishNote',
  kind: 'write',
  summary: 'Publish an answer to staff as a note beside its clause.',
  route: 'PUT /policy/questions/{questionId}/note',
  scope: 'school',
  who: anySignedIn,
  input: z.object({
    questionId: z.uuid(),
    words: z
      .string()
      .trim()
      .min(5, 'Write the note.')
      .max(2000, 'At most 2,000 characters.')
      .describe('What everybody reads: without who asked, and without any child'),
  }),
  output: z.object({ noteId: z.string() }),
  errors: ['not-the-answerer', 'not-answered'],
  controls: ['policy.questions'],
  about: ({ questionId }, { noteId }) => ({ question: questionId, note: noteId }),
}).handle(async (context, { questionId, words }) => {
  const { db, scopeId, personId, now } = context;
  const { question, clauses } = await questionToAnswer(context, questionId);
  if (!question.answered) {
    throw fail.conflict({
      code: 'not-answered',
      message: 'Nobody has answered this question yet.',
      remedy: 'Answer it first, so that whoever asked hears of it.',
    });
  }
  const noteId = context.newId();
  await withdrawNoteOf(db, scopeId, question, personId, now);
  await insertNote(db, scopeId, question, { id: noteId, words, publishedBy: personId }, now);
  context.remark({ clauses, detail: { words } });
  return { noteId };
});
