// What the buttons of the composer do. Each keeps the draft first, so that nothing typed is ever lost; the first begins the post.
import { redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, wrong, ZONE, type Answered } from '../../../answering.ts';
import { citing } from '../../../clause-refs.ts';
import { arranged, contentOf, fixed, typedDraft, type Draft, type Fix } from './draft.ts';
import { shownCheck } from './shown-check.ts';

type Event = RequestEvent<Partial<Record<string, string>>>;
type Input = Record<string, unknown>;
type Refusal = ActionFailure<Answered>;
type Change = (draft: Draft, input: Input, form: FormData) => Draft | Refusal | Promise<Draft | Refusal>;
type Next = (kept: { readonly postId: string; readonly revision: number }, input: Input) => unknown;

/** Keeps the draft as it was typed, changed in one way if the button does that, and goes on. */
const keeping = (event: Event, next: Next, change: Change = (draft) => draft) =>
  done(event, async (input, form) => {
    const { api } = event.locals;
    const typed = typedDraft(input);
    if (typed.when === 'chosen' && typed.wantedAt === '')
      return wrong('wantedAt', 'Choose the day and the time.', input);
    const draft = await change(typed, input, form);
    if ('status' in draft) return draft;
    // Written into the input, so that a form that comes back goes on with the post it has begun.
    input['postId'] = event.params['postId'] ?? input['postId'] ?? (await api.posts.open({})).postId;
    const postId = String(input['postId']);
    input['revision'] = Number(input['revision'] || 1);
    const { revision } = await api.posts.save({ postId, revision: Number(input['revision']), ...contentOf(draft) });
    input['revision'] = revision;
    return next({ postId, revision }, input);
  });

const backTo =
  (place = ''): Next =>
  ({ postId }) =>
    redirect(303, `/posts/${postId}/edit${place}`);

/** Without script the picture comes with the form; it joins the others at the end. */
const withPicture =
  ({ locals }: Event): Change =>
  async (draft, input, form) => {
    const file = form.get('picture');
    if (locals.actor.kind !== 'person' || !(file instanceof File) || file.size === 0)
      return wrong('picture', 'Choose a picture first.', input);
    const mediaId = await locals.gatepost.pictures.receive(locals.actor, {
      body: file.stream() as unknown as AsyncIterable<Uint8Array>,
      announcedBytes: file.size,
      originalName: file.name,
    });
    return { ...draft, pictures: [...draft.pictures, { mediaId, alt: '', showsChildren: 'not-said' }] };
  };

export const composerActions = {
  /** For script: the page as it would stand with what is typed. Keeps nothing. */
  look: (event) =>
    done(event, async (input) => {
      const { api } = event.locals;
      const draft = rearranged(typedDraft(input), input);
      const postId = event.params['postId'] ?? input['postId'];
      const [checked, { clauses }] = await Promise.all([
        api.posts.check({ ...contentOf(draft), ...(typeof postId === 'string' ? { postId } : {}) }),
        api.policy.clauseNames({}),
      ]);
      return { values: input, look: { draft, check: shownCheck(checked, citing(clauses)) } };
    }),
  save: (event) =>
    keeping(event, (kept, input) =>
      input['auto'] === 'yes'
        ? { values: input, says: `Saved ${sayMoment(nowOf(event), ZONE, nowOf(event))}, and checked as you type` }
        : backTo('#notes')(kept, input),
    ),
  send: (event) =>
    keeping(event, async ({ postId, revision }) => {
      const { outcome } = await event.locals.api.posts.submit({ postId, revision });
      redirect(303, outcome === 'blocked' ? `/posts/${postId}/edit#gate` : `/posts/${postId}`);
    }),
  fix: (event) =>
    keeping(event, backTo('#words'), (draft, { fix }) =>
      fixed(draft, readJson<Fix>(fix, { part: 'words', start: 0, found: '', put: '' })),
    ),
  contest: (event) =>
    keeping(
      event,
      async ({ postId }, input) => {
        const { rule, excerpt, at } = contestIn(input);
        await event.locals.api.posts.contest({ postId, rule, excerpt, reason: reasonAt(input, at) });
        redirect(303, `/posts/${postId}/edit#notes`);
      },
      (draft, input) => {
        const { at } = contestIn(input);
        return reasonAt(input, at).length < 5
          ? wrong(`reasons.${at}`, 'Say in a few words who or what it is instead.', input)
          : draft;
      },
    ),
  ask: (event) =>
    keeping(
      event,
      async ({ postId }, input) => {
        await event.locals.api.posts.ask({ postId, words: String(input['doubt'] ?? '') });
        redirect(303, `/posts/${postId}`);
      },
      (draft, input) =>
        String(input['doubt'] ?? '').trim() === '' ? wrong('doubt', 'Say what troubles you.', input) : draft,
    ),
  discard: (event) =>
    done(event, async () => {
      await event.locals.api.posts.discard({ postId: event.params['postId'] ?? '' });
      redirect(303, '/posts');
    }),
  arrange: (event) => keeping(event, backTo('#pictures'), rearranged),
  picture: (event) => keeping(event, backTo('#pictures'), withPicture(event)),
} satisfies Record<string, (event: Event) => unknown>;

/** One picture moved or taken out, if a button asks for it. */
function rearranged(draft: Draft, { arrange }: Input): Draft {
  if (arrange === undefined) return draft;
  const { at, how } = readJson(arrange, { at: -1, how: 'later' as 'earlier' | 'later' | 'out' });
  return { ...draft, pictures: arranged(draft.pictures, at, how) };
}

const contestIn = (input: Input) => readJson(input['contest'], { rule: '', excerpt: '', at: '' });
const reasonAt = (input: Input, at: string): string => {
  const reasons = input['reasons'];
  const reason = typeof reasons === 'object' && reasons !== null ? (reasons as Record<string, unknown>)[at] : '';
  return typeof reason === 'string' ? reason.trim() : '';
};

function readJson<T extends object>(value: unknown, otherwise: T): T {
  try {
    return { ...otherwise, ...(JSON.parse(String(value)) as T) };
  } catch {
    return otherwise;
  }
}
