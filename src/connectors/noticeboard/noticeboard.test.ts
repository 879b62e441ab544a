import { expect, test } from 'vitest';
import type { ConnectorActor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import { createNoticeboard, type Board } from './noticeboard.ts';

const request = {
  schoolId: '0197f4a0-0000-7000-8000-000000000001',
  deliveryId: '0197f4a0-0000-7000-8000-000000000002',
  payload: {
    accountId: 'a',
    words: 'Snow: we are closed.',
    pictures: [{ mediaId: 'm', sha256: 'f', alt: 'The yard' }],
  },
};

/** A board kept in memory: as strict about one pin for each delivery as the real one. */
function boardOf(broken?: () => never) {
  const pins = new Map<string, string>();
  const actors: ConnectorActor[] = [];
  const board: Board = {
    posts: {
      pin: async ({ deliveryId, payload }) => {
        broken?.();
        pins.set(deliveryId, payload.words);
        return { permalink: `/p/${deliveryId}` };
      },
      findPinned: async ({ deliveryId }) => ({ permalink: pins.has(deliveryId) ? `/p/${deliveryId}` : null }),
      unpin: async ({ deliveryId }) => {
        broken?.();
        pins.delete(deliveryId);
      },
    },
  };
  const publisher = createNoticeboard((actor) => {
    actors.push(actor);
    return board;
  });
  return { pins, actors, publisher };
}

test('publishing pins the approved words in the name of the noticeboard of that school', async () => {
  const { publisher, pins, actors } = boardOf();
  const permalink = `/p/${request.deliveryId}`;
  expect(await publisher.find(request)).toBeNull();
  expect(await publisher.publish(request)).toEqual({ outcome: 'published', permalink });
  expect(await publisher.find(request)).toEqual({ outcome: 'published', permalink });
  expect([...pins]).toEqual([[request.deliveryId, request.payload.words]]);
  expect(actors[0]).toEqual({ kind: 'connector', scopeId: request.schoolId, connector: 'noticeboard' });
});

test('taking down unpins', async () => {
  const { publisher, pins } = boardOf();
  await publisher.publish(request);
  expect(await publisher.takeDown({ ...request, note: 'A mistake' })).toEqual({ removed: true, problem: '' });
  expect(pins.size).toBe(0);
});

test('our own “no” is a refusal; a database that does not answer leaves it unknown', async () => {
  const refused = boardOf(() => {
    throw fail.conflict({ code: 'picture-gone', message: 'A picture was set aside.' });
  });
  expect(await refused.publisher.publish(request)).toEqual({ outcome: 'refused', problem: 'A picture was set aside.' });
  const away = boardOf(() => {
    throw fail.unavailable({ code: 'database-away', message: 'Not answering.' });
  });
  expect(await away.publisher.publish(request)).toEqual({ outcome: 'unknown', problem: 'Not answering.' });
  expect(await away.publisher.takeDown({ ...request, note: '' })).toEqual({
    removed: false,
    problem: 'Not answering.',
  });
  const broken = boardOf(() => {
    throw new TypeError('x is undefined');
  });
  expect(await broken.publisher.publish(request)).toMatchObject({ outcome: 'unknown' });
});
