// The door for pictures: one that turns out too large while it is still being sent gets its answer, not a broken line.
import { expect, test } from 'vitest';
import { fail } from '#kernel/errors.ts';
import { POST } from './+server.ts';

const PIECE = new Uint8Array(1000);
const LIMIT = 5_000;

/** Sends a picture whose length nobody announced. */
async function send(pieces: number) {
  let sent = 0;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent++ < pieces) controller.enqueue(PIECE);
      else controller.close();
    },
    cancel() {
      cancelled = true;
    },
  });
  const receive = async (_person: unknown, incoming: { body: AsyncIterable<Uint8Array> }) => {
    let size = 0;
    for await (const bytes of incoming.body) {
      size += bytes.length;
      if (size > LIMIT) throw fail.invalid({ code: 'upload-too-large', message: 'Too large.' });
    }
    return 'media-1';
  };
  const response = await POST({
    request: { body, headers: new Headers({ 'content-type': 'image/jpeg', 'x-gatepost-picture': 'a.jpg' }) },
    locals: { actor: { kind: 'person' }, gatepost: { pictures: { receive } } },
  } as never);
  await expect.poll(() => sent).toBe(pieces + 1);
  return { status: response.status, cancelled, answer: (await response.json()) as unknown };
}

test('a picture that fits is taken in', async () => {
  expect(await send(5)).toEqual({ status: 201, cancelled: false, answer: { mediaId: 'media-1' } });
});

test('what is too large is answered, and the rest of it is let pass', async () => {
  expect(await send(50)).toMatchObject({ status: 413, cancelled: false, answer: { code: 'upload-too-large' } });
});
