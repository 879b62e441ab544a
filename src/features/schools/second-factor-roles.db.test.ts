// Who must show a second factor, kept on a real database: known roles only, and nobody shuts themselves out unawares.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestApp } from '#test/school.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
beforeAll(async () => void (app = await openTestApp()));
afterAll(() => app.drop());

it('takes known roles only, and says which they are', async () => {
  const { first } = await app.school();
  await expect(
    app.as(first).schools.setSecondFactorRoles({ roles: ['dsl', 'caretaker' as never], graceDays: 7 }),
  ).rejects.toMatchObject({
    kind: 'invalid',
    fields: [{ field: 'roles.1', message: expect.stringContaining('headteacher, deputy-headteacher') }],
  });
});

it('shuts nobody out who has no second factor of their own and asks for it', async () => {
  const { first } = await app.school();
  const { schools } = app.as(first);
  const shutsOut = { kind: 'invalid', code: 'shuts-you-out', fields: [{ field: 'graceDays' }] };
  for (const roles of [['staff'], ['system-administrator', 'dsl']] as const) {
    await expect(schools.setSecondFactorRoles({ roles: [...roles], graceDays: 0 })).rejects.toMatchObject(shutsOut);
  }
  expect(await schools.readSignInRules({})).toMatchObject({ secondFactorRoles: [] });
  // Not theirs, or days left: kept. The days cannot be taken back later either.
  await schools.setSecondFactorRoles({ roles: ['dsl'], graceDays: 0 });
  await schools.setSecondFactorRoles({ roles: ['staff'], graceDays: 5 });
  await expect(schools.setSecondFactorRoles({ roles: ['staff'], graceDays: 0 })).rejects.toMatchObject(shutsOut);
  await app.rows(
    "insert into sign_in.login (id, email, email_verified, name, created_at, updated_at) values ($1, 'gwen@example.org', true, 'Gwen', now(), now())",
    [first.loginId],
  );
  await app.rows(
    "insert into sign_in.second_factor (login_id, seed_box, started_at, confirmed_at) values ($1, '', now(), now())",
    [first.loginId],
  );
  await schools.setSecondFactorRoles({ roles: ['staff'], graceDays: 0 });
  expect(await schools.readSignInRules({})).toMatchObject({ secondFactorRoles: ['staff'], graceDays: 0 });
});
