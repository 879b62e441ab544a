// What a page answers when it cannot be shown.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fail } from '#kernel/errors.ts';
import { parseInput } from '#kernel/parse.ts';
import { shown } from './answer.ts';

const event = { url: new URL('https://gatepost.example/posts/1?page=2'), locals: {} } as never;
const input = z.object({ postId: z.uuid(), search: z.string().max(5) });
const read = (postId: string, search: string) => shown(event, async () => parseInput(input, { postId, search }));
const ID = '0190b3a0-0000-7000-8000-000000000000';

test('an address with an id that cannot be one is no page', async () => {
  for (const postId of ['x', '\0', '', 'x'.repeat(10_000)]) {
    await expect(read(postId, 'a')).rejects.toMatchObject({ status: 404, body: { message: 'There is no such page.' } });
  }
  await expect(read(ID, 'a')).resolves.toEqual({ postId: ID, search: 'a' });
});

test('what somebody typed is told as such, and what is missing is missing', async () => {
  await expect(read(ID, 'too long')).rejects.toMatchObject({
    status: 422,
    body: { message: 'search: At most 5 characters.' },
  });
  const missing = shown(event, () => Promise.reject(fail.notFound('post')));
  await expect(missing).rejects.toMatchObject({ status: 404, body: { message: 'There is no such post here.' } });
});

test('whoever is not signed in is sent to do so, and comes back', async () => {
  const out = shown(event, () => Promise.reject(fail.unauthenticated()));
  await expect(out).rejects.toMatchObject({ status: 303, location: '/sign-in?next=%2Fposts%2F1%3Fpage%3D2' });
});
