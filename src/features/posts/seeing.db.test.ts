// Who may see a post, which is answered twice: by the list, in SQL, and by the rule with which one post is read.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '#kernel/actor.ts';
import { isFailure } from '#kernel/errors.ts';
import { openWholeApp, type Ready, type WholeApp } from '#test/whole-app.ts';
import { OVERSEERS, seesPost } from './access.ts';
import { POST_STATES, type PostState } from './post.ts';

const OTHER_ROLES = [
  'computing-lead', 'data-protection-lead', 'governor', 'account-runner', 'author', 'system-administrator',
  'staff', 'supply', 'volunteer', 'contractor',
] as const; // prettier-ignore

let app: WholeApp;
let mill: Ready;
/** One post in each state, all of one author, for one account. */
const posts = new Map<PostState, string>();

beforeAll(async () => {
  app = await openWholeApp();
  mill = await app.ready('starter');
  for (const state of POST_STATES) {
    const { postId } = await mill.sent(mill.author, { words: `It stands as ${state}.` });
    await app.rows('update post set state = $2 where id = $1', [postId, state]);
    posts.set(state, postId);
  }
});
afterAll(() => app.close());

/** The states of the posts that this person finds in the list, and of those that open for them. */
async function seenBy(person: PersonActor) {
  const api = app.as(person).posts;
  const { posts: found } = await api.list({ states: [...POST_STATES] });
  const opened: PostState[] = [];
  for (const [state, postId] of posts) {
    try {
      await api.read({ postId });
      opened.push(state);
    } catch (error) {
      if (!isFailure(error) || error.kind !== 'not-found') throw error;
    }
  }
  const listed = [...posts].filter(([, postId]) => found.some(({ id }) => id === postId)).map(([state]) => state);
  return { listed, opened };
}
const both = (states: readonly PostState[]) => ({ listed: states, opened: states });

describe('without a part in it', () => {
  test.each([...OVERSEERS, ...OTHER_ROLES])('the role %s', async (role) => {
    const elsewhere = await mill.person({});
    const person = { ...elsewhere, roles: new Set([role]) };
    expect(await seenBy(person)).toEqual(both(POST_STATES.filter((state) => seesPost(person, state))));
  });

  test('whoever writes for another account', async () => {
    const writer = await mill.person({});
    await mill.account('website', { authors: [writer] });
    expect(await seenBy(writer)).toEqual(both(['published', 'taken-down']));
  });

  test('the head of another school sees nothing', async () => {
    const weir = await app.ready('starter', { name: 'Weir Primary School' });
    expect(await seenBy(weir.head)).toEqual(both([]));
  });
});

describe('with a part in it, whatever its state', () => {
  test('its author, also without authority for any account', async () => {
    const writer = await mill.person({});
    await app.rows(
      `insert into post_author (school_id, post_id, person_id, first_at)
       select school_id, id, $2, opened_at from post where school_id = $1`,
      [mill.school.id, writer.personId],
    );
    expect(await seenBy(writer)).toEqual(both(POST_STATES));
  });

  test('whoever writes for its account', async () => {
    expect(await seenBy(mill.colleague)).toEqual(both(POST_STATES));
  });

  test('whoever is asked to decide it', async () => {
    const decider = await mill.person({});
    await app.rows(
      `insert into decision_approver (school_id, decision_id, person_id, position, because)
       select school_id, id, $2, 99, 'staff' from decision where school_id = $1`,
      [mill.school.id, decider.personId],
    );
    expect(await seenBy(decider)).toEqual(both(POST_STATES));
  });

  test('whoever was asked about it', async () => {
    const asked = await mill.person({});
    await app.rows(
      `insert into question (school_id, id, post_id, asked_by, asked_of, words, asked_at)
       select school_id, gen_random_uuid(), id, opened_by, $2, 'May we?', opened_at from post where school_id = $1`,
      [mill.school.id, asked.personId],
    );
    expect(await seenBy(asked)).toEqual(both(POST_STATES));
  });
});
