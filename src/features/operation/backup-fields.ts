// What a plan of backups consists of, and what each field may hold.
import { isAbsolute, normalize } from 'node:path';
import { z } from 'zod';
import { fromBech32 } from '#kernel/bech32.ts';
import { fail, type Failure } from '#kernel/errors.ts';

const KEY_BYTES = 32;

/** The public half of a recovery key; its last letters show whether one of the others was mistyped. */
export const recipientSchema = z
  .string()
  .trim()
  .refine(
    (text) => fromBech32('age', text)?.length === KEY_BYTES,
    'must be the public half of a recovery key, age1…, every letter of it; make one with: gatepost backup key',
  );
export const recipientsSchema = z.array(recipientSchema).max(5).describe('Public keys whose holders can open backups');

export const planSchema = z.object({
  dailyAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 03:15')
    .nullable()
    .describe('When, each day, by the school’s clock; nothing = only when somebody asks'),
  folder: z
    .string()
    .max(500)
    .refine(
      (path) => path === '' || (isAbsolute(path) && normalize(path) === path && !/\p{Cc}/u.test(path)),
      'must be the whole path of a folder on the machine, such as /mnt/backups',
    )
    .default('')
    .describe('Folder on the machine; empty = backups in the data folder'),
  keepDaily: z.int().min(1).max(90).default(7).describe('Of how many days the newest is kept'),
  keepWeekly: z.int().min(0).max(52).default(4).describe('Of how many weeks'),
  keepMonthly: z.int().min(0).max(120).default(6).describe('Of how many months'),
  recipients: recipientsSchema,
});

export const notFirstSchool = (): Failure =>
  fail.forbidden({
    code: 'not-first-school',
    message: 'Backups hold all schools of this installation, so the school that it was set up with keeps them.',
    remedy: 'Ask the system administrator of that school.',
  });

export const noRecipient = (): Failure =>
  fail.conflict({
    code: 'no-recipient',
    message: 'Nobody is named who could open a backup, so none is made by itself.',
    remedy: 'Make a recovery key on the machine with: gatepost backup key. It prints the public half, age1….',
  });
