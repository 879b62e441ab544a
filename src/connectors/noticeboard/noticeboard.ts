// The school's own noticeboard as a platform: putting a post out means pinning it to the school's public page.
import type { Payload, Publisher, PublishOutcome, PublishRequest } from '#features/posts/ports.ts';
import type { ConnectorActor } from '#kernel/actor.ts';
import { isFailure, type FailureKind } from '#kernel/errors.ts';

interface PinInput {
  deliveryId: string;
  payload: { accountId: string; words: string; pictures: { mediaId: string; sha256: string; alt: string }[] };
}

/** As much of the posts feature as the noticeboard needs. Each is safe to ask twice: a delivery is pinned once. */
export interface Board {
  readonly posts: {
    pin(input: PinInput): Promise<{ readonly permalink: string }>;
    findPinned(input: { deliveryId: string }): Promise<{ readonly permalink: string | null }>;
    unpin(input: { deliveryId: string; note: string }): Promise<unknown>;
  };
}

export function createNoticeboard(as: (actor: ConnectorActor) => Board): Publisher {
  const board = (schoolId: string) => as({ kind: 'connector', scopeId: schoolId, connector: 'noticeboard' }).posts;

  return {
    publish: ({ schoolId, deliveryId, payload }: PublishRequest) =>
      outcomeOf(async () => {
        const { permalink } = await board(schoolId).pin({ deliveryId, payload: copied(payload) });
        return { outcome: 'published', permalink };
      }),

    async find({ schoolId, deliveryId }) {
      const { permalink } = await board(schoolId).findPinned({ deliveryId });
      return permalink === null ? null : { outcome: 'published', permalink };
    },

    async takeDown({ schoolId, deliveryId, note }) {
      try {
        await board(schoolId).unpin({ deliveryId, note });
        return { removed: true, problem: '' };
      } catch (error) {
        return { removed: false, problem: problemOf(error) };
      }
    },
  };
}

/** A "no" of ours means that nothing was pinned; anything else may have happened after the pin was committed. */
const NOTHING_HAPPENED: ReadonlySet<FailureKind> = new Set([
  'invalid',
  'forbidden',
  'not-found',
  'conflict',
  'refused-by-policy',
]);

async function outcomeOf(publish: () => Promise<PublishOutcome>): Promise<PublishOutcome> {
  try {
    return await publish();
  } catch (error) {
    const certain = isFailure(error) && NOTHING_HAPPENED.has(error.kind);
    return { outcome: certain ? 'refused' : 'unknown', problem: problemOf(error) };
  }
}

const problemOf = (error: unknown): string =>
  isFailure(error) ? error.message : 'The noticeboard did not answer as expected.';

const copied = ({ accountId, words, pictures }: Payload): PinInput['payload'] => ({
  accountId,
  words,
  pictures: pictures.map((picture) => ({ ...picture })),
});
