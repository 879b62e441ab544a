// Say whose recovery keys open backups from now on; when and where they are made stays as it is.
import { z } from 'zod';
import { onlyOperator } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { isFirstSchool } from '#features/schools/index.ts';
import { notFirstSchool, recipientsSchema } from '../backup-fields.ts';
import { writeRecipients } from '../backup-queries.ts';

export const setBackupRecipients = defineAction({
  name: 'operation.setBackupRecipients',
  kind: 'write',
  summary: 'Say whose recovery keys open backups from now on.',
  route: 'PUT /operation/backups/recipients',
  scope: 'school',
  who: onlyOperator,
  input: z.object({ recipients: recipientsSchema }),
  output: z.object({}),
  errors: ['not-first-school'],
  controls: ['operation.backups'],
  about: ({ recipients }) => ({ recipients }),
}).handle(async ({ db, scopeId, now }, { recipients }) => {
  if (!(await isFirstSchool(db, scopeId))) throw notFirstSchool();
  await writeRecipients(db, scopeId, recipients, now);
  return {};
});
