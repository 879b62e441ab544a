// The posts somebody may see, the newest change first, fifty to a page.
import { shown } from '#surfaces/web/answer.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { nowOf, ZONE } from '../../answering.ts';
import { saidIn } from '../said.ts';
import { capital, listed } from '#surfaces/web/say-count.ts';
import { TONE_OF_STATE } from './post-words.ts';
import type { ListedPost } from './listed-post.ts';
import type { Post } from './post-page.ts';
import type { PageServerLoad } from './$types';

type State = Post['state'];
const VIEWS: readonly {
  readonly is: string;
  readonly label: string;
  readonly states: readonly State[];
  readonly empty: string;
}[] = [
  { is: '', label: 'All', states: [], empty: 'Nobody has written a post yet.' },
  { is: 'drafts', label: 'Being written', states: ['draft', 'asking', 'expired'], empty: 'Nothing is being written.' },
  { is: 'waiting', label: 'Waiting', states: ['waiting'], empty: 'Nothing waits for a decision.' },
  { is: 'coming', label: 'Going out', states: ['approved', 'publishing'], empty: 'Nothing is about to go out.' },
  { is: 'out', label: 'Published', states: ['published'], empty: 'Nothing has been published yet.' },
  {
    is: 'ended',
    label: 'Ended',
    states: ['refused', 'taken-down', 'discarded'],
    empty: 'Nothing was refused, taken down or put away.',
  },
];

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { url, locals } = event;
    const asked = url.searchParams.get('show') ?? '';
    const view = VIEWS.find(({ is }) => is === asked) ?? VIEWS[0]!;
    const [afterChange, afterId] = [url.searchParams.get('change'), url.searchParams.get('after')];
    const place = afterChange && afterId ? { afterChange, afterId } : {};
    const { posts, more } = await locals.api.posts.list({ states: [...view.states], ...place });
    const now = nowOf(event);
    const address = (query: Record<string, string>) => `/posts?${new URLSearchParams(query)}`;
    const shows: Record<string, string> = view.is === '' ? {} : { show: view.is };
    const last = posts.at(-1);
    return {
      said: saidIn(url),
      empty: view.empty,
      tabs: VIEWS.map(({ is, label }) => ({
        href: is === '' ? '/posts' : address({ show: is }),
        label,
        current: is === view.is,
      })),
      posts: posts.map(({ id, state, stateWords, words, openedBy, accounts, wantedAt, changedAt }): ListedPost => ({
        id,
        tone: TONE_OF_STATE[state],
        stateWords,
        words: words.trim() === '' ? 'No words yet' : words,
        where: accounts.length === 0 ? 'No account chosen' : listed(accounts),
        by: openedBy,
        wanted: wantedAt === null ? '' : `For ${sayMoment(wantedAt, ZONE, now)}`,
        changed: capital(sayMoment(changedAt, ZONE, now)),
        changedAt,
      })),
      first: Object.keys(place).length > 0 ? (view.is === '' ? '/posts' : address(shows)) : null,
      next: more && last ? address({ ...shows, change: last.changedAt, after: last.id }) : null,
    };
  });
