// End somebody's access at once: every session, token and open link, whatever they sign in with. Inviting them undoes it.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { dayOf } from '#features/schools/index.ts';
import { accessEnders, visible } from '../access.ts';
import { partLogin } from '../access-queries.ts';
import { isHeldOn } from '../days.ts';
import { keepAnAdministrator } from '../leave.ts';
import { notify, notifyDeciders } from '../notify.ts';
import { personName } from '../person.ts';
import { personRow, typeRows } from '../queries.ts';
import { grantsOf } from '../responsibility-queries.ts';

export const endAccess = defineAction({
  name: 'people.endAccess',
  kind: 'write',
  summary:
    'End somebody’s access now: they are signed out everywhere and cannot come back until they are invited again.',
  route: 'POST /people/{personId}/end-access',
  scope: 'school',
  who: accessEnders,
  freshFactorMinutes: 30,
  sealed: true,
  input: z.object({ personId: z.uuid() }),
  output: z.object({
    sessions: z.number().describe('How many sessions have ended'),
    tokens: z.number().describe('How many access tokens have ended'),
  }),
  errors: ['not-joined', 'your-own', 'last-administrator'],
  controls: ['people.personal-login'],
  about: ({ personId }) => ({ person: personId }),
}).handle(async (context, { personId }) => {
  const { db, scopeId, at, now, actor } = context;
  if (actor.kind === 'person' && actor.personId === personId) {
    throw fail.conflict({
      code: 'your-own',
      message: 'Nobody ends their own access.',
      remedy: 'To sign out on every device, open your own page.',
    });
  }
  const [row, types, grants] = await Promise.all([
    personRow(db, scopeId, personId),
    typeRows(db, scopeId, personId),
    grantsOf(db, scopeId, personId),
  ]);
  const person = visible(actor, row && { ...row, types: types.map(({ type }) => type) });
  const today = dayOf(at);
  const held = grants.filter((grant) => isHeldOn(grant, today)).map(({ responsibility }) => responsibility);
  await keepAnAdministrator(context, personId, held);
  const ended = await partLogin(db, scopeId, personId, now);
  if (ended === null) {
    throw fail.conflict({
      code: 'not-joined',
      message: 'This person cannot sign in, so there is no access to end.',
      remedy: 'If a link to join is open, take it back.',
    });
  }
  await notify(context, [personId], {
    kind: 'people.access-ended',
    text: 'Your access to Gatepost was ended. If you do not know why, ask the headteacher.',
    href: '/me',
    atOnce: true,
  });
  await notifyDeciders(context, personId, {
    kind: 'people.access-ended',
    text: `The access of ${personName(person)} was ended.`,
    href: `/people/${personId}`,
    atOnce: true,
  });
  context.remark({ people: [personId], about: { sessions: ended.sessions, tokens: ended.tokens } });
  return ended;
});
