// At its time: begin, send what a connector can send, and write down what came of it. Safe to run again at any point.
import { z } from 'zod';
import { defineJob } from '#kernel/jobs.ts';
import { beginPublishing } from '../actions/begin-publishing.ts';
import { settleDelivery } from '../actions/settle-delivery.ts';
import type { Publisher, PublishRequest } from '../ports.ts';

export interface PublishingPorts {
  readonly publishers: Readonly<Record<string, Publisher>>;
}

export const publishPost = defineJob<{ postId: string }, PublishingPorts>({
  name: 'posts.publish',
  summary: 'Send an approved post at its time.',
  payload: z.object({ postId: z.string() }),
  attempts: 25,
  async run({ act, ports, scopeId }, { postId }) {
    const { toSend } = await act(beginPublishing, { postId });
    for (const { deliveryId, connector, payload, seenBefore } of toSend) {
      const publisher = ports.publishers[connector];
      if (!publisher) throw new Error(`There is no connector called ${connector}.`);
      const request: PublishRequest = { schoolId: scopeId, deliveryId, payload };
      // An earlier try may have got through though we never heard: look before sending.
      const found = seenBefore ? await publisher.find(request) : null;
      const outcome = found ?? (await publisher.publish(request));
      await act(settleDelivery, {
        deliveryId,
        outcome: outcome.outcome,
        permalink: outcome.outcome === 'published' ? outcome.permalink : '',
        problem: outcome.outcome === 'published' ? '' : outcome.problem,
      });
    }
  },
});
