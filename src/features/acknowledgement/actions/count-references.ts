// Of the documents read with the policy: how many of those who must have confirmed each in its present edition, and whether I have.
import { z } from 'zod';
import { anySignedIn, isPerson } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { readRegister } from '#features/references/index.ts';
import { askNow, standings } from '../load.ts';
import { readWith } from '../read-with.ts';
import { referenceCounts } from '../reference-queries.ts';
import { referencesOf } from '../references-read.ts';

export const countReferences = defineAction({
  name: 'acknowledgement.countReferences',
  kind: 'read',
  summary: 'See how many have confirmed each document that is read with the policy, in its present edition.',
  route: 'GET /acknowledgement/references',
  scope: 'school',
  who: anySignedIn,
  token: 'policy:read',
  input: z.object({}),
  output: z.object({
    asked: z.number().describe('How many must confirm each of them'),
    references: z.array(
      z.object({
        key: z.string(),
        edition: z.string(),
        confirmed: z.number(),
        isMine: z.boolean().describe('You are one of those who must'),
        mineOn: z.string().nullable().describe('When you confirmed it'),
      }),
    ),
  }),
  controls: ['policy.acknowledgement', 'policy.guidance-register', 'policy.linked-register'],
}).handle(async (context) => {
  const { db, scopeId, actor } = context;
  const ask = await askNow(context);
  if (!ask) return { asked: 0, references: [] };
  const me = isPerson(actor) ? actor.personId : null;
  const [people, register] = await Promise.all([standings(context, ask), readRegister(context, ask.document)]);
  const ids = people.map(({ id }) => id);
  const { entered } = readWith(register);
  const [counts, mine] = await Promise.all([
    referenceCounts(db, scopeId, ids),
    me === null ? entered.map((one) => ({ ...one, confirmedOn: null })) : referencesOf(context, entered, me),
  ]);
  const isMine = me !== null && ids.includes(me);
  return {
    asked: ids.length,
    references: mine.map(({ key, edition, confirmedOn }) => ({
      key,
      edition,
      confirmed: counts.find((one) => one.reference === key && one.edition === edition)?.people ?? 0,
      isMine,
      mineOn: confirmedOn,
    })),
  };
});
