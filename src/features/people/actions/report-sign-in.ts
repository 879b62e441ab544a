// "This was not me": access tokens end, those who look after Gatepost are told. The page signs out and sets a new password.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { dayOf } from '#features/schools/index.ts';
import { inPerson } from '../access.ts';
import { revokeTokens } from '../access-queries.ts';
import { notify } from '../notify.ts';
import { personName } from '../person.ts';
import { personRow } from '../queries.ts';
import { ADMINISTERING } from '../responsibilities.ts';
import { othersHolding } from '../responsibility-queries.ts';

export const reportSignIn = defineAction({
  name: 'people.reportSignIn',
  kind: 'write',
  summary:
    'Say that somebody else has signed in as you: your access tokens end, and those who look after Gatepost are told.',
  route: 'POST /me/report-sign-in',
  scope: 'school',
  who: inPerson,
  perMinute: 5,
  input: z.object({}),
  output: z.object({ tokens: z.number().describe('How many access tokens have ended') }),
  controls: ['people.personal-login'],
  about: (_, { tokens }) => ({ tokens }),
}).handle(async (context) => {
  const { db, scopeId, personId, now, at } = context;
  const person = await personRow(db, scopeId, personId);
  const tokens = await revokeTokens(db, scopeId, personId, now);
  const keepers = await othersHolding(db, scopeId, {
    responsibilities: ADMINISTERING,
    except: personId,
    today: dayOf(at),
    signIn: true,
  });
  await notify(context, keepers, {
    kind: 'people.sign-in-reported',
    text: `${person ? personName(person) : 'Somebody'} says that somebody else signed in as them. They have chosen a new password.`,
    href: `/people/${personId}`,
    atOnce: true,
  });
  context.remark({ people: [personId] });
  return { tokens };
});
