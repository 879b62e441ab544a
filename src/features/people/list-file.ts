// A list as it is handed in: the file's bytes, what it covers, and the word that confirms a large change.
import { z } from 'zod';
import { fail, type Failure } from '#kernel/errors.ts';
import type { ChangeShare } from './roster/change-share.ts';
import type { RosterNote, RosterProblem } from './roster/problem.ts';

/** Ten megabytes are more than two hundred thousand rows. */
const MOST_BYTES = 10_000_000;

export const fileFields = {
  text: z.string().max(MOST_BYTES, 'A list of more than 10 MB is not read.').optional().describe('The list as text'),
  base64: z
    .base64('This is not base64.')
    .max(Math.ceil(MOST_BYTES / 3) * 4, 'A list of more than 10 MB is not read.')
    .optional()
    .describe('The bytes of the file, in any encoding a spreadsheet writes'),
};

export const pupilListFields = {
  ...fileFields,
  covers: z
    .enum(['whole-roll', 'these-classes'])
    .describe('Whether pupils who are not in the list have left: of the whole school, or of its classes only'),
  source: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'Small letters, digits and hyphens.')
    .default('class-list')
    .describe('The system that the stable ids come from'),
};

export const carerListFields = {
  ...fileFields,
  covers: z
    .enum(['all-carers', 'these-pupils', 'these-rows'])
    .describe(
      'Whose carers are all in the list: those who are not in it are carers no longer, of everybody, of its pupils only, or of nobody',
    ),
  source: pupilListFields.source.describe('The system that the pupils’ stable ids come from'),
};

export const staffListFields = {
  ...fileFields,
  covers: z.enum(['all-staff', 'these-people']).describe('Whether members of staff who are not in the list have left'),
};

export const CONFIRM_WORD = 'CHANGE';
export const confirmField = {
  typedWord: z
    .string()
    .max(40)
    .optional()
    .describe(`“${CONFIRM_WORD}”, where more than a fifth of the list would change`),
};

export function bytesOf({
  text,
  base64,
}: {
  readonly text?: string | undefined;
  readonly base64?: string | undefined;
}): Uint8Array {
  if (base64 !== undefined) return Buffer.from(base64, 'base64');
  if (text !== undefined) return Buffer.from(text);
  const message = 'Choose a file or paste the list.';
  throw fail.invalid({ code: 'no-list', message, fields: [{ field: 'base64', message }] });
}

export const problemSchema = z.object({
  row: z.number().nullable(),
  column: z.string().nullable(),
  message: z.string(),
  remedy: z.string(),
});
export const noteSchema = z.object({ row: z.number().nullable(), column: z.string().nullable(), message: z.string() });

export interface Unusable {
  readonly problems: readonly RosterProblem[];
  readonly problemCount: number;
  readonly notes: readonly RosterNote[];
}

const place = ({ row, column }: RosterProblem): string =>
  [row === null ? '' : `row ${row}`, column === null ? '' : `column ${column}`]
    .filter((part) => part !== '')
    .join(', ') || 'list';

/** Nothing of a list with a single error is imported. */
export const listUnusable = ({ problems, problemCount }: Unusable): Failure =>
  fail.invalid({
    code: 'list-not-usable',
    message:
      problemCount === 1 ? (problems[0]?.message ?? '') : `The list has ${problemCount} errors. Nothing was imported.`,
    remedy: problems[0]?.remedy ?? 'Correct the list and hand it in again.',
    fields: problems.map((problem) => ({ field: place(problem), message: `${problem.message} ${problem.remedy}` })),
  });

/** A change of more than a fifth is likelier a slip than the truth: somebody has to type a word. */
export function requireWord(plan: ChangeShare, typed: string | undefined): void {
  if (!plan.needsTypedWord || typed?.trim().toUpperCase() === CONFIRM_WORD) return;
  const message = `This would change ${plan.sharePercent} % of the people on the list.`;
  throw fail.conflict({
    code: 'word-needed',
    message,
    remedy: `If that is right, type the word ${CONFIRM_WORD} and send it again.`,
    fields: [{ field: 'typedWord', message }],
  });
}
