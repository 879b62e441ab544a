// One person of the directory: what they are, what they answer for, when they are away, whether they can sign in.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { dayOf } from '#features/schools/index.ts';
import { colleagues, knownTypes, seesCarers, visible } from '../access.ts';
import { isHeldOn } from '../days.ts';
import { newestInvitation } from '../link-queries.ts';
import { linkState } from '../one-time-link.ts';
import { personName } from '../person.ts';
import { enrolmentRow, peopleByIds, personRow, typeRows } from '../queries.ts';
import { absenceRows, grantsOf } from '../responsibility-queries.ts';

const dated = { startsOn: z.string(), endsOn: z.string().nullable() };

export const readPerson = defineAction({
  name: 'people.read',
  kind: 'read',
  summary: 'Read one person’s entry in the directory.',
  route: 'GET /people/{personId}',
  scope: 'school',
  who: colleagues,
  token: 'people:read',
  input: z.object({ personId: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    name: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    preferredName: z.string(),
    email: z.string(),
    jobTitle: z.string(),
    signOff: z.string(),
    lineManager: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('Who leads this person'),
    yearGroup: z.string(),
    className: z.string(),
    lastDay: z.string().nullable(),
    types: z.array(z.object({ type: z.string(), held: z.boolean(), ...dated })),
    seesCarers: z.boolean().describe('Whether you may read whose carer this is, or who their carers are'),
    responsibilities: z.array(
      z.object({
        grantId: z.uuid(),
        responsibility: z.string(),
        held: z.boolean(),
        deputy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
        ...dated,
      }),
    ),
    absences: z.array(z.object({ startsOn: z.string(), endsOn: z.string() })),
    signsIn: z.boolean(),
    accessEndedAt: z.string().nullable().describe('When an administrator ended their access; null once they are back'),
    link: z
      .object({
        id: z.uuid(),
        purpose: z.enum(['join', 'recover']),
        state: z.enum(['open', 'used', 'withdrawn', 'expired']),
        expiresAt: z.string(),
      })
      .nullable()
      .describe('The newest invitation or recovery link'),
  }),
  controls: ['people.directory', 'people.responsibilities', 'people.no-private-numbers'],
}).handle(async ({ db, scopeId, at, actor }, { personId }) => {
  const today = dayOf(at);
  const [row, types, place, grants, absences, link] = await Promise.all([
    personRow(db, scopeId, personId),
    typeRows(db, scopeId, personId),
    enrolmentRow(db, scopeId, personId),
    grantsOf(db, scopeId, personId),
    absenceRows(db, scopeId, personId, today),
    newestInvitation(db, scopeId, personId),
  ]);
  const person = visible(actor, row && { ...row, types: types.map(({ type }) => type) });
  const [manager] = person.line_manager_id === null ? [] : await peopleByIds(db, scopeId, [person.line_manager_id]);
  return {
    id: person.id,
    name: personName(person),
    firstName: person.first_name,
    lastName: person.last_name,
    preferredName: person.preferred_name,
    email: person.email,
    jobTitle: person.job_title,
    signOff: person.sign_off,
    lineManager: manager ? { id: manager.id, name: personName(manager) } : null,
    yearGroup: place?.year_group ?? '',
    className: place?.class_name ?? '',
    lastDay: person.ended_on,
    types: types
      .filter(({ type }) => knownTypes(actor, [type]).length > 0)
      .map((held) => ({
        type: held.type,
        startsOn: held.starts_on,
        endsOn: held.ends_on,
        held: isHeldOn(held, today),
      })),
    seesCarers: seesCarers(actor),
    responsibilities: grants.map((held) => ({
      grantId: held.id,
      responsibility: held.responsibility,
      startsOn: held.starts_on,
      endsOn: held.ends_on,
      held: isHeldOn(held, today),
      deputy:
        held.deputy_id === null || held.first_name === null || held.last_name === null
          ? null
          : {
              id: held.deputy_id,
              name: personName({
                first_name: held.first_name,
                last_name: held.last_name,
                preferred_name: held.preferred_name ?? '',
              }),
            },
    })),
    absences: absences.map(({ starts_on, ends_on }) => ({ startsOn: starts_on, endsOn: ends_on })),
    signsIn: person.login_id !== null,
    accessEndedAt: person.access_ended_at,
    link: link
      ? {
          id: link.id,
          purpose: link.purpose === 'join' ? 'join' : 'recover',
          state: linkState(link, at),
          expiresAt: link.expires_at,
        }
      : null,
  };
});
