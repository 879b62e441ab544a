// What waits for a decision: mine first, then what waits for others.
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { nowOf, ZONE } from '../../answering.ts';
import { saidIn } from '../said.ts';
import { listed } from '#surfaces/web/say-count.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [{ posts, more }, { duties }] = await Promise.all([
      api.posts.list({ states: ['waiting', 'asking'] }),
      api.duties.listToday({}),
    ]);
    const now = nowOf(event);
    const mine = new Map(
      duties
        .filter(({ kind }) => kind === 'posts.decide' || kind === 'posts.answer')
        .map((duty) => [duty.href.split('/').at(-1), duty]),
    );
    const queue = posts.map((post) => {
      const duty = mine.get(post.id);
      return {
        id: post.id,
        mine: duty !== undefined,
        href: duty?.href ?? `/posts/${post.id}`,
        asks: post.state === 'asking',
        urgency: duty?.urgency ?? 'calm',
        words: post.words.trim() || 'No words, only pictures',
        by: post.openedBy,
        where: listed(post.accounts),
        due: post.wantedAt,
        left:
          post.state === 'asking'
            ? 'A question'
            : post.wantedAt === null
              ? 'Goes out once it is approved'
              : `Set for ${sayMoment(post.wantedAt, ZONE, now)}`,
        sent: sayMoment(post.changedAt, ZONE, now),
      };
    });
    const inTurn = queue.toSorted((one, other) => (one.due ?? '~').localeCompare(other.due ?? '~'));
    return {
      said: saidIn(event.url),
      mine: inTurn.filter((one) => one.mine),
      others: inTurn.filter((one) => !one.mine),
      more,
    };
  });
