// Takes a post off the accounts that a connector reaches; people take down the rest by hand.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { listRemovals } from '../actions/list-removals.ts';
import { settleRemoval } from '../actions/settle-removal.ts';
import type { PublishingPorts } from './publish-post.ts';

export const takeDownJob = defineJob<{ postId: string }, PublishingPorts>({
  name: 'posts.takeDownEverywhere',
  summary: 'Take a post down wherever a connector reaches.',
  payload: z.object({ postId: z.string() }),
  attempts: 25,
  async run({ act, ports, scopeId }, { postId }) {
    const { removals } = await act(listRemovals, { postId });
    for (const { deliveryId, connector, payload, note } of removals) {
      const publisher = ports.publishers[connector];
      if (!publisher) continue;
      const { removed, problem } = await publisher.takeDown({ schoolId: scopeId, deliveryId, payload, note });
      if (!removed) throw new Error(`The post could not be taken down: ${problem}`);
      await act(settleRemoval, { deliveryId, proof: 'removed by the connector' });
    }
  },
});
