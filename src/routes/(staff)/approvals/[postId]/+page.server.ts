// The decision on one post: what it covers, what was found, and three answers. Who is asking is shown afresh first, in the same form.
import { shown } from '#surfaces/web/answer.ts';
import { done, wrong } from '../../../answering.ts';
import { inSentence } from '../../posts/post-words.ts';
import { postPage } from '../../posts/post-page.ts';
import { backTo } from '../../said.ts';
import { listed } from '#surfaces/web/say-count.ts';
import type { Actions, PageServerLoad } from './$types';

/** As the three answers ask for it. */
const FRESH_MINUTES = 240;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const post = await postPage(event, event.params.postId);
    const { actor, gatepost } = event.locals;
    const me = actor.kind === 'person' ? actor.personId : '';
    const voted = post.decision?.votes.find((one) => one.id === me && one.answer === 'approve') !== undefined;
    const agreed = new Set(post.decision?.votes.filter((one) => one.answer === 'approve').map(({ id }) => id)).size;
    const wanting = (post.decision?.needs ?? 1) - agreed - 1;
    const time = post.when === null ? 'at once' : inSentence(post.when.text);
    const notes = post.findings.filter(({ tone }) => tone === 'hold').map(({ n }) => n);
    const limit = gatepost.clock.now().subtract({ minutes: FRESH_MINUTES - 5 });
    const last = post.history.findLast(({ says }) => / sent it back$| took the approval back$/.test(says));
    return {
      post,
      voted,
      agreed,
      /** Shown before it is asked for: nobody types twice. */
      mustProve:
        actor.kind === 'person' &&
        (actor.factorAt === null || actor.factorAt.epochMilliseconds < limit.epochMilliseconds),
      notes,
      changedSince: last?.at.text ?? null,
      button:
        wanting > 0
          ? `Approve: ${wanting === 1 ? 'one more person' : `${wanting} more people`} must agree`
          : `Approve: it goes out ${time}`,
      hand: post.byHandOn.length > 0 ? `On ${listed(post.byHandOn)} somebody then publishes it by hand` : null,
      noChild: post.pictures
        .map((picture, i) => ({ ...picture, n: i + 1 }))
        .filter(({ showsChildren }) => showsChildren === 'no'),
    };
  });

export const actions: Actions = {
  default: (event) =>
    done(event, async (input) => {
      const { api } = event.locals;
      const { postId } = event.params;
      const { answer, backNote = '', refuseNote = '', hash = '' } = input;
      const checklist = (input['checklist'] ?? {}) as Record<string, 'yes' | 'no'>;
      const about = { postId, hash: String(hash), checklist };
      switch (answer) {
        case 'approve': {
          const noChild = (input['noChild'] ?? []) as string[];
          const { state } = await api.posts.approve({ ...about, noChild });
          return backTo(
            state === 'approved' ? `/posts/${postId}` : '/approvals',
            state === 'approved' ? 'post-approved' : 'post-approved-partly',
          );
        }
        case 'back':
          if (String(backNote).trim() === '') return wrong('decision-back', 'Say what should change.', input);
          await api.posts.sendBack({ ...about, note: String(backNote) });
          return backTo('/approvals', 'post-sent-back');
        case 'refuse':
          if (String(refuseNote).trim() === '') return wrong('decision-refuse', 'Say why it is refused.', input);
          await api.posts.refuse({ ...about, note: String(refuseNote) });
          return backTo('/approvals', 'post-refused');
        default:
          return wrong('decision', 'Choose one of the three answers.', input);
      }
    }),
};
