// A new post begun from an old one: what comes along, what does not, who may, and what is kept on record.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { failureOf, FRIDAY, openWholeApp, type Ready, type WholeApp } from '#test/whole-app.ts';

let app: WholeApp;
let mill: Ready;
beforeAll(async () => {
  app = await openWholeApp();
  mill = await app.ready('starter');
});
beforeEach(() => app.clock.set(FRIDAY));
afterAll(() => app.close());

const copyBy = (person: Ready['author'], postId: string) => app.as(person).posts.copy({ postId });
const refused = async (wanted = {}) => {
  const { postId, hash } = await mill.sent(mill.author, wanted);
  await app.as(mill.runner).posts.refuse({ postId, hash, note: 'Not this week.' });
  return postId;
};

test('words, category and objective come along; time, pictures, statements and the emergency do not', async () => {
  const mediaId = await mill.picture();
  const wantedAt = '2036-11-25T08:00:00Z';
  const old = await refused({ wantedAt, pictures: [{ mediaId, alt: 'A green field', showsChildren: 'no' }] });
  const { postId, revision } = await copyBy(mill.author, old);
  expect(postId).not.toBe(old);
  const before = await app.as(mill.author).posts.read({ postId: old });
  const after = await app.as(mill.author).posts.read({ postId });
  expect(after).toMatchObject({ state: 'draft', revision, version: 1, openedBy: { name: 'Priya Raman' } });
  const { words, accounts, category, objective } = before.content;
  expect(after.content).toMatchObject({
    words,
    accounts,
    category,
    objective,
    wantedAt: null,
    pictures: [],
    emergency: false,
  });
  expect(words).not.toBe('');
  expect(after.content.details.eventDate).toBe('');
  expect(Object.values(after.content.statements).filter(Boolean)).toEqual([]);
  expect(before).toMatchObject({ state: 'refused', content: { wantedAt, pictures: [{ mediaId }] } });
  const saved = await app.as(mill.author).posts.save({ postId, revision, ...mill.content() });
  expect(saved.revision).toBe(revision + 1);
});

test('only accounts that the person may still write for, with the words they had there', async () => {
  const website = await mill.account('website', { authors: [mill.author] });
  const old = await refused({ accounts: [{ accountId: mill.board, words: 'For the board.' }, { accountId: website }] });
  const kept = async (person: Ready['author']) => {
    const { postId } = await copyBy(person, old);
    return (await app.as(person).posts.read({ postId })).content.accounts;
  };
  expect(await kept(mill.author)).toHaveLength(2);
  expect(await kept(mill.colleague)).toEqual([{ accountId: mill.board, words: 'For the board.' }]);
});

test('not a post that is not theirs to see, nor without an account of their own', async () => {
  const own = await mill.account('website', { authors: [mill.author] });
  const stranger = await mill.person({ name: 'Ivo Marchetti' });
  const { postId } = await mill.draft(mill.author, { accounts: [{ accountId: own }] });
  expect(await failureOf(copyBy(mill.colleague, postId))).toMatchObject({ kind: 'not-found' });
  const weir = await app.ready('starter', { name: 'Weir Primary School' });
  expect(await failureOf(copyBy(weir.author, postId))).toMatchObject({ kind: 'not-found' });
  const { postId: out } = await mill.approved();
  await app.work();
  expect(await mill.state(out)).toBe('published');
  expect(await failureOf(copyBy(stranger, out))).toMatchObject({
    kind: 'refused-by-policy',
    code: 'no-account-of-yours',
  });
  expect((await app.as(stranger).posts.read({ postId: out })).may.copy).toBe(false);
  expect((await app.as(mill.colleague).posts.read({ postId: out })).may.copy).toBe(true);
});

test('over REST it is the same, and the ledger names both posts', async () => {
  const old = await refused();
  const { status, body } = await app.rest(mill.runner, 'POST', `/posts/${old}/copy`);
  expect(status).toBe(200);
  const entry = (await app.ledger(mill.school.id)).at(-1);
  expect(entry).toMatchObject({ action: 'posts.copy', outcome: 'done', about: { post: body['postId'], from: old } });
  expect((await app.verified(mill.school.id)).holds).toBe(true);
});

test('whoever wrote the old words approves them in the copy no more than there', async () => {
  const old = await refused();
  const { postId, revision } = await copyBy(mill.runner, old);
  await app
    .as(mill.head)
    .accounts.grantAuthority({ accountId: mill.board, personId: mill.author.personId, scope: 'run' });
  await app.as(mill.runner).posts.save({ postId, revision, ...mill.content() });
  const { deciders } = await app.as(mill.runner).posts.submit({ postId });
  const names = deciders.map(({ name }) => name);
  expect(names).not.toContain('Priya Raman');
  expect(names).not.toContain('Rosa Lindqvist');
  expect(await failureOf(mill.approve(mill.author, postId))).toMatchObject({
    kind: 'refused-by-policy',
    code: 'own-post',
  });
});

test('who has joined the roll since the old post went out is found in the draft at once', async () => {
  const { postId: old } = await mill.approved(mill.author, { words: 'Oliver Tregenna opens our library on Friday.' });
  const roll = 'First name,Last name,Year,Class\nOliver,Tregenna,4,4B';
  await mill.operating.people.importPupils({ text: roll, covers: 'whole-roll' });
  const { postId } = await copyBy(mill.author, old);
  const { posts } = await app.as(mill.author).posts.list({});
  expect(posts.find(({ id }) => id === postId)).toMatchObject({ state: 'draft', outcome: 'block' });
});
