// Everything the composer shows besides the draft itself: where it may go, what the policy asks, who can be asked.
import type { RequestEvent } from '@sveltejs/kit';
import type { ClauseRef } from '#ui/clause-ref.ts';
import { dayIn, sayMoment } from '#surfaces/web/say-time.ts';
import { guidesBeside } from '../../guides-beside.ts';
import { nowOf } from '../../../answering.ts';
import { citing } from '../../../clause-refs.ts';
import { savedDraft } from './draft.ts';
import { shownCheck } from './shown-check.ts';

type Cited<T> = Omit<T, 'clauses'> & { readonly clauses: readonly ClauseRef[] };
type Event = Pick<RequestEvent, 'locals'>;
export type ComposerData = Awaited<ReturnType<typeof composerData>>;
export type SavedPost = Awaited<ReturnType<typeof savedPost>>;

export async function composerData({ locals }: Event, category?: string) {
  const { api, gatepost } = locals;
  const [guide, { accounts }, policy, school, { clauses }] = await Promise.all([
    api.posts.readGuide({}),
    api.accounts.draftable(category ? { category } : {}),
    api.policy.read({}),
    api.schools.read({}),
    api.policy.clauseNames({}),
  ]);
  const cite = citing(clauses);
  const cited = <T extends { readonly clauses: readonly string[] }>(ruling: T): Cited<T> => ({
    ...ruling,
    clauses: cite(ruling.clauses),
  });
  return {
    school: guide.school,
    zone: guide.zone,
    today: dayIn(nowOf({ locals }), guide.zone),
    uploadLimit: gatepost.pictures.limitBytes,
    accounts: accounts.map(
      ({ id, name, nameInFull, handle, platform, audience, purpose, reach, reachExplained, toneWords }) => ({
        id,
        name,
        nameInFull,
        handle,
        limit: platform.wordsLimit,
        hint: [
          REACH[reach],
          audience && `Meant for: ${audience.replace(/\.$/, '')}.`,
          platform.connector === 'by-hand' ? BY_HAND : '',
        ]
          .filter(Boolean)
          .join(' '),
        reach,
        reachExplained,
        purpose,
        tone: toneWords.value,
      }),
    ),
    tone: {
      ethos: school.ethos || policy.ethos,
      clauses: cite(accounts[0]?.toneWords.clauses ?? []),
      linked: policy.linkedPolicies.map(({ title, clauses: ids }) => ({ title, clauses: cite(ids) })),
      linkedClauses: cite(guide.linkedClauses),
    },
    kinds: cited(guide.kinds),
    objective: cited(guide.objective),
    signature: cited(guide.signature),
    disclaimer: guide.disclaimer && cited(guide.disclaimer),
    important: cited(guide.important),
    pupils: cited(guide.pupils),
    emergency: guide.emergency && {
      ...cited(guide.emergency),
      deciders: guide.emergency.deciders.map(({ name }) => name),
    },
    unsure: { person: guide.unsure.person?.name ?? '', clauses: cite(guide.unsure.clauses) },
    guides: await guidesBeside(locals, 'posts.prompts', cite),
  };
}

const REACH = {
  public: 'Public.',
  'shared-interest': 'For people with a shared interest.',
  'known-members': 'For members only.',
} as const;
const BY_HAND = 'Published by hand: you are given the words and pictures to post.';

/** A saved post as the composer takes it up again. */
export async function savedPost({ locals }: Event, postId: string) {
  const { api } = locals;
  const [post, { clauses }] = await Promise.all([api.posts.read({ postId }), api.policy.clauseNames({})]);
  const wantedAt = post.content.wantedAt;
  const sentBack =
    post.decision?.state === 'sent-back'
      ? post.decision.votes.findLast(({ answer }) => answer === 'send-back')
      : undefined;
  const answered = post.questions.findLast(({ answeredAt }) => answeredAt !== null);
  return {
    id: post.id,
    state: post.state,
    revision: post.revision,
    mayEdit: post.may.edit,
    mayDiscard: post.may.discard,
    draft: savedDraft(post.content, wantedAt === null ? '' : localTime(wantedAt, post.zone)),
    check: shownCheck({ ...post.check, deciders: post.deciders }, citing(clauses)),
    saved: `Saved ${sayMoment(post.changedAt, post.zone, nowOf({ locals }))}`,
    lastWord: sentBack
      ? `${sentBack.name} read it and sent it back: “${sentBack.note}”`
      : answered
        ? `${answered.askedOf.name} answered: “${answered.answer}”`
        : '',
  };
}

const localTime = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
