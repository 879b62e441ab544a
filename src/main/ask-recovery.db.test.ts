// "I cannot get in", asked for somebody who is there and for somebody who is not: the same answer, and a link for the one.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operator } from '#kernel/actor.ts';
import { openWholeApp, type WholeApp } from '#test/whole-app.ts';
import { createAskRecovery } from './ask-recovery.ts';

let app: WholeApp;
beforeAll(async () => void (app = await openWholeApp()));
afterAll(() => app.close());

it('asks for one link for somebody who signs in with that address, however often and however it is written', async () => {
  const { school, author } = await app.ready('starter');
  await app.as(await school.again(school.first)).mail.setServer({
    host: 'mail.millrace.example',
    port: 587,
    encryption: 'starttls',
    fromAddress: 'office@millrace.example',
    fromName: 'Millrace Primary School',
  });
  const [{ email }] = (await app.rows<{ email: string }>('select email from person where id = $1', [
    author.personId,
  ])) as [{ email: string }];
  await app.rows(
    "insert into sign_in.login (id, email, email_verified, name, created_at, updated_at) values ($1, $2, true, 'A', now(), now())",
    [author.loginId, email],
  );
  const recovery = createAskRecovery({
    database: app.database,
    run: app.run,
    clock: app.clock,
    log: { info() {}, warn: (words) => expect.unreachable(words), error() {} },
  });
  for (const written of [email, ` ${email.toUpperCase()} `, 'stranger@example.org', '', 'a'.repeat(300)]) {
    expect(recovery.ask(written, '203.0.113.7')).toBeUndefined();
    await recovery.idle();
  }
  const asked = () =>
    app.rows<{ person_id: string; template: string }>(
      "select person_id, template from mail_message where school_id = $1 and template like 'recovery%'",
      [school.id],
    );
  expect(await asked()).toEqual([{ person_id: author.personId, template: 'recovery-asked' }]);

  // More than five a minute from one place: the same answer, and nothing happens.
  app.clock.advance({ minutes: 20 });
  for (const _ of [1, 2, 3, 4, 5]) recovery.ask('stranger@example.org', '203.0.113.8');
  recovery.ask(email, '203.0.113.8');
  await recovery.idle();
  expect(await asked()).toHaveLength(1);
  recovery.ask(email, '203.0.113.9');
  await recovery.idle();
  expect(await asked()).toHaveLength(2);

  // Whoever asks in somebody's name does not undo the link that a colleague has handed over; using either ends both.
  app.clock.advance({ minutes: 20 });
  const handed = await app.as(operator(school.id)).people.recover({ personId: author.personId });
  recovery.ask(email, '203.0.113.11');
  await recovery.idle();
  expect(await asked()).toHaveLength(3);
  const holder = app.as(await app.linkHolder(handed.token)).people;
  await expect(holder.openInvitation({})).resolves.toMatchObject({ purpose: 'recover', keepsFactor: false });
  const open = () =>
    app.rows('select 1 from invitation where person_id = $1 and used_at is null and withdrawn_at is null', [
      author.personId,
    ]);
  expect(await open()).toHaveLength(2);
  await holder.markRecovered({});
  expect(await open()).toEqual([]);

  // A colleague who writes their own address into the directory gets no link for somebody else's login.
  await app.as(operator(school.id)).people.change({ personId: author.personId, email: 'grudge@example.org' });
  app.clock.advance({ minutes: 20 });
  for (const typed of ['grudge@example.org', email]) recovery.ask(typed, '203.0.113.10');
  await recovery.idle();
  expect(await asked()).toHaveLength(3);
  await app.as(operator(school.id)).people.change({ personId: author.personId, email });

  await app.as(operator(school.id)).people.endPerson({ personId: author.personId });
  app.clock.advance({ minutes: 20 });
  recovery.ask(email, '203.0.113.9');
  await recovery.idle();
  expect(await asked()).toHaveLength(3);
});
