// What a module teaches: a page of plain text, perhaps a film and a document, perhaps questions with a pass mark.
import { z } from 'zod';
import { line, titleLine } from '#kernel/written-line.ts';

const webAddress = line(500).refine(
  (text) => text === '' || URL.parse(text)?.protocol === 'https:',
  'Begin with https://.',
);

export const questionSchema = z
  .object({
    ask: line(300).refine((text) => text !== '', 'Write the question.'),
    answers: z
      .array(line(300).refine((text) => text !== '', 'An answer is empty.'))
      .min(2, 'Give at least two answers.')
      .max(6, 'At most six answers.'),
    right: z.int().min(0),
  })
  .refine(({ answers, right }) => right < answers.length, { message: 'Say which answer is right.', path: ['right'] });
export type Question = z.output<typeof questionSchema>;

export const lessonFields = {
  title: titleLine(120)
    .refine((text) => text !== '', 'Give the module a title.')
    .describe('Title'),
  summary: line(300).default('').describe('What it is about, in a sentence'),
  words: z
    .string()
    .trim()
    .min(1, 'Write the page.')
    .max(20_000, 'At most 20,000 characters.')
    .describe('The page: paragraphs, headings that begin with ##, lists that begin with -, [links](https://…)'),
  video: webAddress.default('').describe('Address of a film'),
  document: webAddress.default('').describe('Address of a document'),
  questions: z.array(questionSchema).max(20, 'At most 20 questions.').default([]),
  passMark: z.int().min(1).max(100).default(100).describe('Right answers that are enough, in per cent'),
};
export type Lesson = z.output<z.ZodObject<typeof lessonFields>>;
