// What is called something is called what it looks like: no name anywhere holds a character that nobody can see.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operator } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { openWholeApp, type WholeApp } from '#test/whole-app.ts';

let app: WholeApp;
beforeAll(async () => void (app = await openWholeApp()));
afterAll(() => app.close());

const hidden = 'Mill\u200brace';
const refusedAt = (field: string) => ({
  kind: 'invalid',
  fields: [{ field, message: expect.stringContaining('nobody can see') as unknown }],
});

it('refuses one at set-up: of the school, of the person, of what they do', async () => {
  const set = {
    school: { name: 'Millrace', shortName: 'Millrace', phase: 'primary', division: 'scotland', slug: 'a-mill' },
    model: 'starter',
    you: { firstName: 'Gwen', lastName: 'Setter', email: 'gwen@example.sch.uk', jobTitle: 'Head' },
  } as const;
  const api = app.as(operator(newId(app.clock.now()))).policy;
  for (const field of ['name', 'shortName'] as const) {
    const wrong = api.setUp({ ...set, school: { ...set.school, [field]: hidden } });
    await expect(wrong).rejects.toMatchObject(refusedAt(`school.${field}`));
  }
  for (const field of ['firstName', 'lastName', 'jobTitle'] as const) {
    const wrong = api.setUp({ ...set, you: { ...set.you, [field]: hidden } });
    await expect(wrong).rejects.toMatchObject(refusedAt(`you.${field}`));
  }
  const trust = app.as(operator(newId(app.clock.now()))).schools.foundTrust({ name: hidden });
  await expect(trust).rejects.toMatchObject(refusedAt('name'));
});

it('refuses one of an account, a token, a job and a signature, and lets a pictograph stand', async () => {
  const { school, admin, author } = await app.ready('starter');
  const wanted = {
    name: 'Millrace',
    purpose: 'News',
    audience: 'Families',
    reach: 'public',
    interaction: 'closed',
  } as const;
  const { platforms } = await app.as(admin).accounts.listPlatforms({});
  const platformId = platforms.find(({ key }) => key === 'bluesky')!.id;
  const register = (more: object) =>
    app.as(admin).accounts.register({ ...wanted, platformId, openedOn: '2030-03-03', ...more });
  for (const field of ['name', 'handle']) {
    await expect(register({ [field]: hidden })).rejects.toMatchObject(refusedAt(field));
  }
  await register({ name: 'Millrace 👩‍🏫 ❤️' });
  const token = app.as(await school.again(author)).people.makeToken({ name: hidden, scopes: ['posts:read'], days: 1 });
  await expect(token).rejects.toMatchObject(refusedAt('name'));
  const signed = app.as(author).people.changeSignOff({ signOff: hidden });
  await expect(signed).rejects.toMatchObject(refusedAt('signOff'));
  const job = app.as(admin).people.change({ personId: author.personId, jobTitle: hidden });
  await expect(job).rejects.toMatchObject(refusedAt('jobTitle'));
});
