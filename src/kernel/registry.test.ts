// All features together: mistakes of ours are found at start, and the typed door calls what it names.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { anySignedIn } from './access.ts';
import { defineAction } from './action.ts';
import { visitor } from './actor.ts';
import { defineControl } from './control.ts';
import { defineEvent, on } from './events.ts';
import { defineFeature } from './feature.ts';
import { defineJob } from './jobs.ts';
import { callable, createRegistry } from './registry.ts';

const action = (name: string) =>
  defineAction({
    name,
    kind: 'read',
    summary: 'x',
    route: 'GET /x',
    scope: 'school',
    who: anySignedIn,
    input: z.object({}),
    output: z.object({}),
  }).handle(async () => ({}));
const control = (id: string) => defineControl({ id, kind: 'guide', promise: 'x', settings: [] });
const job = (name: string) =>
  defineJob({ name, summary: 'x', payload: z.object({}), attempts: 1, run: async () => {} });
const feature = (name: string, more: { actions?: string[]; controls?: string[]; jobs?: string[] } = {}) =>
  defineFeature({
    name, summary: 'x', actions: (more.actions ?? []).map(action), controls: (more.controls ?? []).map(control), jobs: (more.jobs ?? []).map(job),
  }); // prettier-ignore

test('actions, controls and jobs by name, and who listens', () => {
  const left = defineEvent({ name: 'people.left', payload: z.object({}) });
  const listening = {
    ...feature('posts', { actions: ['posts.open'], controls: ['posts.x'], jobs: ['posts.watch'] }),
    subscribers: [on(left, job('posts.watch'))],
  };
  const registry = createRegistry([feature('people', { actions: ['people.add'] }), listening]);
  expect([...registry.actions.keys()]).toEqual(['people.add', 'posts.open']);
  expect([...registry.controls.keys()]).toEqual(['posts.x']);
  expect([...registry.jobs.keys()]).toEqual(['posts.watch']);
  expect(registry.subscribers.map(({ event, job: { name } }) => [event, name])).toEqual([
    ['people.left', 'posts.watch'],
  ]);
});

test.each([
  ['two actions of one name', [feature('posts', { actions: ['posts.open', 'posts.open'] })]],
  ['two controls of one name', [feature('posts', { controls: ['x.y'] }), feature('people', { controls: ['x.y'] })]],
  ['two jobs of one name', [feature('posts', { jobs: ['posts.a', 'posts.a'] })]],
  ['an action in another’s feature', [feature('posts', { actions: ['people.add'] })]],
])('%s: found at start', (_what, features) => {
  expect(() => createRegistry(features)).toThrow(/Two things are called|stands in/);
});

test('the typed door hands on actor, action, input and options', async () => {
  const asked: unknown[] = [];
  const as = callable(
    [feature('posts', { actions: ['posts.sendBack'] })] as never,
    async (actor, one, input, options) => {
      asked.push([actor.kind, one.name, input, options]);
      return {};
    },
  ) as unknown as (actor: unknown) => { posts: { sendBack(input: unknown, options?: unknown): Promise<unknown> } };
  await as(visitor(null)).posts.sendBack({ a: 1 }, { idempotencyKey: 'k' });
  expect(asked).toEqual([['visitor', 'posts.sendBack', { a: 1 }, { idempotencyKey: 'k' }]]);
});
