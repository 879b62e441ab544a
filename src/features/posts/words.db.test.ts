// Whatever people type: kept exactly as it was, or refused with a message; never half, never as an error of ours.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isFailure } from '#kernel/errors.ts';
import { NAUGHTY } from '#test/naughty/naughty.ts';
import { failureOf, FRIDAY, openWholeApp, type Ready, type Wanted, type WholeApp } from '#test/whole-app.ts';

let app: WholeApp;
let mill: Ready;
beforeAll(async () => {
  app = await openWholeApp();
  mill = await app.ready('starter');
});
beforeEach(() => app.clock.set(FRIDAY));
afterAll(() => app.close());

/** Keeps to the pace of one person, so that the limit of saves a minute is not what is tested. */
const nextMinute = () => app.clock.advance({ minutes: 2 });

/** Every text of a draft that people type, all at once. */
const everywhere = (text: string): Wanted => ({
  words: text,
  accounts: [{ accountId: mill.board, words: `${text}.` }],
  category: text,
  objective: text,
  details: { achievement: text, contact: text, link: text },
  statements: { basis: text, source: text, confirmedBy: text, alternative: text },
  emergencyReason: text,
});
const usable = (text: string) => text.isWellFormed() && !text.includes('\0');

test('every text of a draft: each naughty string comes back as it was, or is refused with a message', async () => {
  const { postId } = await app.as(mill.author).posts.open({});
  let revision = 1;
  let kept = 0;
  for (const [n, text] of NAUGHTY.entries()) {
    if (n % 100 === 0) nextMinute();
    const wanted = { ...mill.content(), ...everywhere(text) };
    try {
      revision = (await app.as(mill.author).posts.save({ postId, revision, ...wanted })).revision;
    } catch (error) {
      if (!isFailure(error) || error.kind !== 'invalid') throw error;
      expect(usable(text) && text.trim().length <= 60, `${JSON.stringify(text)} was refused: ${error.message}`).toBe(
        false,
      );
      expect(error).toMatchObject({
        message: expect.stringMatching(/./) as unknown,
        remedy: expect.stringMatching(/./) as unknown,
      });
      continue;
    }
    const [row] = await app.rows<Record<string, unknown>>(
      `select v.words, v.category, v.objective, v.details, v.statements, v.emergency_reason, a.words as own
         from post_version v join post_variant a on a.version_id = v.id where v.post_id = $1`,
      [postId],
    );
    const line = text.trim();
    expect(row).toMatchObject({
      words: text, own: `${text}.`, category: line, objective: line, emergency_reason: line,
      details: { achievement: line, contact: line, link: line },
      statements: { basis: line, source: line, confirmedBy: line, alternative: line },
    }); // prettier-ignore
    kept += 1;
  }
  expect(kept).toBeGreaterThan(NAUGHTY.length / 2);
}, 120_000);

test('naughty words go out exactly as they were read by whoever approved them', async () => {
  const words = 'Ｔｈｅ ﬁnal “score”: 3–1 👩‍👩‍👧‍👦 <script>alert(1)</script> \u202Egnp.exe & 50% \u0301';
  const { postId } = await mill.sent(mill.author, { words });
  const seen = await app.as(mill.runner).posts.read({ postId });
  await mill.approve(mill.runner, postId);
  await app.work();
  expect((await mill.notices())[0]!.words).toBe(seen.check.going[0]!.words);
  expect((await mill.notices())[0]!.words.startsWith(words)).toBe(true);
});

test('a null character, half a pair: refused with a way out, in words and in notes, over REST too', async () => {
  const { postId, hash } = await mill.sent();
  for (const bad of ['Null \u0000 inside', 'Half \ud83d a pair']) {
    const { postId: draft } = await app.as(mill.author).posts.open({});
    const told = await failureOf(
      app.as(mill.author).posts.save({ postId: draft, revision: 1, ...mill.content({ words: bad }) }),
    );
    expect(told).toMatchObject({ kind: 'invalid', code: 'unusable-characters', fields: [{ field: 'words' }] });
    const note = await failureOf(app.as(mill.runner).posts.refuse({ postId, hash, note: bad }));
    expect(note).toMatchObject({ kind: 'invalid' });
    const answer = await app.rest(mill.author, 'PUT', `/posts/${draft}`, { revision: 1, words: bad });
    expect(answer.status).toBe(422);
  }
  expect(await mill.state(postId)).toBe('waiting');
});

test('a post of ten million characters is refused with a message and nothing of it is kept', async () => {
  const { postId } = await app.as(mill.author).posts.open({});
  const told = await failureOf(
    app.as(mill.author).posts.save({ postId, revision: 1, ...mill.content({ words: 'a'.repeat(10_000_000) }) }),
  );
  expect(told).toMatchObject({ kind: 'invalid', fields: [{ field: 'words', message: 'At most 20,000 characters.' }] });
  const overRest = await app.rest(mill.author, 'PUT', `/posts/${postId}`, {
    revision: 1,
    words: 'a'.repeat(10_000_000),
  });
  expect(overRest.status).toBe(413);
  expect((await app.as(mill.author).posts.read({ postId })).content.words).toBe('');
});

test('too long for a platform: said with its own limit and never cut', async () => {
  const x = await mill.account('x', { address: 'https://x.com/millrace' });
  const words = 'We are open. '.repeat(30);
  const { postId } = await mill.draft(mill.author, { words, accounts: [{ accountId: x }, { accountId: mill.board }] });
  const { outcome, check } = await app.as(mill.author).posts.submit({ postId });
  expect(outcome).toBe('blocked');
  expect(check.obstacles).toMatchObject([
    { code: 'too-long', field: `accounts.${x}`, message: expect.stringMatching(/of 280 characters/) as unknown },
  ]);
  const own = { accounts: [{ accountId: x, words: 'We are open.' }, { accountId: mill.board }] };
  expect((await mill.sent(mill.author, { words, ...own })).answer.outcome).toBe('waiting');
});

test('pictures: described, said to show no child, and said so again by whoever approves', async () => {
  const mediaId = await mill.picture();
  const obstacles = async (picture: object) => {
    const { postId } = await mill.draft(mill.author, {
      pictures: [{ mediaId, alt: 'A green field', showsChildren: 'no', ...picture }],
    });
    const { check } = await app.as(mill.author).posts.submit({ postId });
    return [
      ...check.obstacles.map(({ code }) => code),
      ...check.findings.filter(({ severity }) => severity === 'block').map(({ rule }) => rule),
    ];
  };
  expect(await obstacles({ alt: '' })).toContain('missing-alt');
  expect(await obstacles({ showsChildren: 'not-said' })).toContain('picture-not-declared');
  expect(await obstacles({ showsChildren: 'yes' })).toContain('needs-consent-records');
  const { postId, hash } = await mill.sent(mill.author, {
    pictures: [{ mediaId, alt: 'A green field', showsChildren: 'no' }],
  });
  const { checklist } = await app.as(mill.runner).posts.read({ postId });
  const answers = Object.fromEntries(checklist.map(({ id }) => [id, 'yes' as const]));
  const told = await failureOf(app.as(mill.runner).posts.approve({ postId, hash, checklist: answers }));
  expect(told).toMatchObject({ kind: 'refused-by-policy', code: 'picture-not-stated', clauses: ['ST-65'] });
  expect(await mill.approve(mill.runner, postId)).toMatchObject({ state: 'approved' });
  // A picture that is held for the safeguarding lead goes nowhere.
  await app.as(mill.head).media.quarantine({ mediaId, reason: 'Somebody asked.' } as never);
  await app.work();
  expect(await mill.state(postId)).toBe('draft');
});

test('a time is understood in the school’s zone, or refused', async () => {
  const { postId } = await app.as(mill.author).posts.open({});
  const told = await failureOf(
    app.as(mill.author).posts.save({ postId, revision: 1, ...mill.content({ wantedAt: 'next Tuesday' }) }),
  );
  expect(told).toMatchObject({ kind: 'invalid', code: 'time-not-understood' });
  await app.as(mill.author).posts.save({ postId, revision: 1, ...mill.content({ wantedAt: '2036-07-01T15:30' }) });
  expect((await app.as(mill.author).posts.read({ postId })).content.wantedAt).toBe('2036-07-01T14:30:00Z');
  const { check } = await app.as(mill.author).posts.submit({ postId });
  expect(check.obstacles.map(({ code }) => code)).toContain('time-passed');
});
