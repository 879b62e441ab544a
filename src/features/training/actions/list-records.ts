// Sessions that were taught and certificates that were brought, newest first.
import { z } from 'zod';
import { isPerson } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { dayOf } from '#features/people/index.ts';
import { planners } from '../access.ts';
import { certificateRows, sessionRows } from '../completion-queries.ts';
import { modulesOf } from '../modules.ts';
import { adultsOf } from '../people-queries.ts';

export const listRecords = defineAction({
  name: 'training.listRecords',
  kind: 'read',
  summary: 'List taught sessions with who was there, certificates, and whom and what can be recorded.',
  route: 'GET /training/records',
  scope: 'school',
  who: planners,
  input: z.object({}),
  output: z.object({
    adults: z
      .array(z.object({ personId: z.string(), name: z.string(), jobTitle: z.string() }))
      .describe('Whose training you can put on record: everybody’s but your own'),
    modules: z.array(z.object({ moduleId: z.string(), title: z.string() })),
    sessions: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        heldOn: z.string(),
        ledBy: z.string(),
        modules: z.array(z.string()),
        notes: z.string(),
        sheet: z.string(),
        attended: z.array(z.string()),
      }),
    ),
    certificates: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        title: z.string(),
        issuer: z.string(),
        reference: z.string(),
        issuedOn: z.string(),
        expiresOn: z.string().nullable(),
        expired: z.boolean(),
      }),
    ),
  }),
  controls: ['training.records'],
}).handle(async ({ db, scopeId, actor, at }) => {
  const today = dayOf(at);
  const [adults, modules, sessions, certificates] = await Promise.all([
    adultsOf(db, scopeId, today),
    modulesOf(db, scopeId),
    sessionRows(db, scopeId),
    certificateRows(db, scopeId),
  ]);
  const names = new Map(adults.map(({ personId, name }) => [personId, name]));
  const titles = new Map(modules.map(({ moduleId, title }) => [moduleId, title]));
  const nameOf = (id: string) => names.get(id) ?? 'Somebody who has left';
  return {
    adults: adults
      .filter(({ personId }) => !isPerson(actor) || personId !== actor.personId)
      .map(({ personId, name, jobTitle }) => ({ personId, name, jobTitle })),
    modules: modules.filter(({ retiredAt }) => retiredAt === null).map(({ moduleId, title }) => ({ moduleId, title })),
    sessions: sessions.map(({ moduleIds, attended, ...one }) => ({
      ...one,
      modules: moduleIds.map((id) => titles.get(id) ?? id),
      attended: attended.map(nameOf),
    })),
    certificates: certificates.map(({ id, personId, title, issuer, reference, issuedOn, expiresOn }) => ({
      id,
      name: nameOf(personId),
      title,
      issuer,
      reference,
      issuedOn,
      expiresOn,
      expired: expiresOn !== null && expiresOn < today,
    })),
  };
});
