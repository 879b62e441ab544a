// The digest: what waits and what is new, at the time that each person chose, once a day.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor, type PersonActor } from '#kernel/actor.ts';
import { makeFirst } from '#test/first-school.ts';
import { openMailServer, type TestMailServer } from '#test/mail-server.ts';
import { openWholeApp, type WholeApp } from '#test/whole-app.ts';

let app: WholeApp;
let server: TestMailServer;
beforeAll(async () => {
  app = await openWholeApp();
  server = await openMailServer();
});
afterAll(async () => {
  await server.close();
  await app.close();
});

it('comes to each at their own time, says what waits and what is new, and names no pupil and no draft', async () => {
  const mill = await app.ready('starter', { pupils: ['Millie,Brown,Year 4,Kingfisher'] });
  const { school, head, author, colleague } = mill;
  await makeFirst(app, school.id);
  const as = async (person: PersonActor) => app.as(await school.again(person));
  await (
    await as(school.first)
  ).mail.setServer({
    host: 'localhost',
    port: server.port,
    encryption: 'starttls',
    fromAddress: 'office@millrace.example',
    fromName: 'Millrace Primary School',
    authority: server.authority,
  });
  const words = 'Our harvest assembly is on Friday, and Millie Brown leads it.';
  const { postId } = await mill.draft(author, { words });
  await app.rows(
    `insert into notice (school_id, id, person_id, kind, about, at) values ($1, gen_random_uuid(), $2, 'posts.approved', $3, $4)`,
    [
      school.id,
      author.personId,
      JSON.stringify({ text: 'A post of yours was approved.', href: `/posts/${postId}` }),
      app.clock.now().toString(),
    ],
  );
  await (await as(author)).mail.chooseDigest({ digest: 'daily', at: '10:00', schoolDaysOnly: false });
  await (await as(colleague)).mail.chooseDigest({ digest: 'off' });
  await (await as(head)).mail.chooseDigest({ digest: 'daily', at: '16:15', schoolDaysOnly: false });

  const robot = app.as(systemActor(school.id, 'duties.sendDigests')).duties;
  const due = async () => (await robot.findDigests({})).personIds;
  expect(await due()).not.toContain(author.personId);
  app.clock.set('2036-11-21T10:00:00Z');
  expect(await due()).toContain(author.personId);
  expect(await due()).not.toContain(head.personId);
  expect(await due()).not.toContain(colleague.personId);
  expect(await robot.queueDigests({ personIds: [author.personId] })).toEqual({ queued: 1 });
  expect(await robot.queueDigests({ personIds: [author.personId] })).toEqual({ queued: 0 });
  expect(await due()).not.toContain(author.personId);
  await app.work();
  const letter = server.letters.find(({ text }) => text?.includes('A post of yours was approved.'));
  expect(letter?.text).toContain(`http://localhost/posts/${postId}`);
  for (const one of server.letters) {
    for (const never of ['Millie', 'Brown', 'harvest assembly']) {
      expect(`${one.subject} ${one.text} ${one.html}`).not.toContain(never);
    }
  }
  const [row] = await app.rows<{ kept: string }>(
    "select string_agg(facts::text || template || address, ' ') as kept from mail_message where school_id = $1",
    [school.id],
  );
  expect(row!.kept).not.toMatch(/Millie|harvest|approved/);

  // The next day nothing of it is new.
  app.clock.set('2036-11-22T10:00:00Z');
  const [today] = (await (await as(author)).duties.listToday({})).duties;
  expect(await robot.queueDigests({ personIds: [author.personId] })).toEqual({ queued: today ? 1 : 0 });
});
