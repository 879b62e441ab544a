// I have this part of the policy before me and turn it: so it is known that I came to the end.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { inPerson } from '#features/people/index.ts';
import { askedFor } from '../own.ts';
import { partsOf } from '../parts.ts';
import { putReading, readingRow } from '../queries.ts';

export const turnPart = defineAction({
  name: 'acknowledgement.turnPart',
  kind: 'write',
  summary: 'Go on to the next part of the policy, having been shown this one.',
  route: 'POST /acknowledgement/parts',
  scope: 'school',
  who: inPerson,
  input: z.object({
    versionId: z.uuid(),
    part: z.coerce.number().int().min(1).max(10_000).describe('The part that was shown, beginning with 1'),
  }),
  output: z.object({ turned: z.number(), parts: z.number(), readToTheEnd: z.boolean() }),
  errors: ['another-version', 'not-asked', 'part-left-out'],
  controls: ['policy.acknowledgement'],
  about: ({ versionId, part }) => ({ version: versionId, part }),
}).handle(async (context, { versionId, part }) => {
  const { db, scopeId, personId, now } = context;
  const { ask } = await askedFor(context, personId, versionId);
  const { sha256: documentSha256 } = ask.basis.version;
  const parts = partsOf(ask.document).length;
  const before = await readingRow(db, scopeId, personId, documentSha256);
  const turned = before?.turned ?? 0;
  if (part > turned + 1 || part > parts) {
    const message = 'A part in between has not been shown yet.';
    throw fail.conflict({
      code: 'part-left-out',
      message,
      remedy: `Go on with part ${turned + 1}.`,
      fields: [{ field: 'part', message }],
    });
  }
  const reached = Math.max(turned, part);
  const endedAt = before?.ended_at ?? (reached === parts ? now : null);
  await putReading(db, scopeId, { personId, documentSha256, parts, turned: reached, endedAt }, now);
  return { turned: reached, parts, readToTheEnd: endedAt !== null };
});
