// What the policy asks for and is overdue now, by the control that asks for it: counted where somebody could still do it.
import type { Context } from '#kernel/context.ts';
import { localDate } from '#features/policy/index.ts';
import { overduePosts } from './overdue-queries.ts';
import type { Overdue } from './shapes.ts';

export async function overdueNow(context: Context): Promise<ReadonlyMap<string, Overdue>> {
  const { db, scopeId, at, now } = context;
  const today = await localDate(db, scopeId, at);
  const posts = await overduePosts(db, scopeId, today, now);
  const found: [string, Overdue][] = [
    [
      'posts.emergency',
      {
        n: posts.emergencies,
        words: `${posts.emergencies} urgent ${posts.emergencies === 1 ? 'post' : 'posts'} not looked at the next day`,
        href: '/posts?show=out',
      },
    ],
    [
      'posts.by-hand',
      {
        n: posts.byHand,
        words: `${posts.byHand} ${posts.byHand === 1 ? 'copy' : 'copies'} to be posted by hand and past the time`,
        href: '/posts?show=coming',
      },
    ],
  ];
  return new Map(found.filter(([, { n }]) => n > 0));
}
