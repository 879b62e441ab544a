// I have this part of the policy before me and turn it: so it is known that I came to the end.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { inPerson } from '#features/people/index.ts';
import { askedFor } from '../own.ts';
import { partsOf } from '../parts.ts';
import { putReading } from '../queries.ts';
import { readingOf } from '../ready.ts';
import { showPart, shownPart } from '../shown-part.ts';

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
    shownSha256: z.string().max(64).describe('As it came with the words of this part'),
  }),
  output: z.object({
    turned: z.number(),
    parts: z.number(),
    readToTheEnd: z.boolean(),
    next: shownPart.nullable().describe('The next part, to be read now; null after the last'),
  }),
  errors: ['another-version', 'not-asked', 'part-left-out', 'part-not-shown'],
  controls: ['policy.acknowledgement'],
  about: ({ versionId, part }) => ({ version: versionId, part }),
}).handle(async (context, { versionId, part, shownSha256 }) => {
  const { db, scopeId, personId, now } = context;
  const { ask } = await askedFor(context, personId, versionId);
  const { sha256: documentSha256 } = ask.basis.version;
  const parts = partsOf(ask.document);
  const reading = { personId, documentSha256, parts };
  const before = await readingOf(context, ask, personId);
  const turned = before?.turned ?? 0;
  if (part > turned + 1 || part > parts.length) {
    const message = 'A part in between has not been shown yet.';
    throw fail.conflict({
      code: 'part-left-out',
      message,
      remedy: `Go on with part ${turned + 1}.`,
      fields: [{ field: 'part', message }],
    });
  }
  if (showPart(reading, part).shownSha256 !== shownSha256) {
    throw fail.conflict({
      code: 'part-not-shown',
      message: 'This part was not shown to you as it stands, so it cannot be turned.',
      remedy: 'Open it and read it, then go on from there.',
    });
  }
  const reached = Math.max(turned, part);
  const beganAt = before?.beganAt ?? now;
  const endedAt = before?.endedAt ?? (reached === parts.length ? now : null);
  await putReading(db, scopeId, { ...reading, parts: parts.length, turned: reached, beganAt, endedAt });
  return {
    turned: reached,
    parts: parts.length,
    readToTheEnd: endedAt !== null,
    next: part < parts.length ? showPart(reading, part + 1) : null,
  };
});
