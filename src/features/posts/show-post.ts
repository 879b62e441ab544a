// Gathers one post for reading, with what the person asking may do with it now.
import type { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import { isAfter } from '#kernel/instants.ts';
import { fingerprint } from '#kernel/ledger.ts';
import { authorisedAccounts } from '#features/accounts/index.ts';
import { approverRows, decisionsOn, votesOn, type DecisionState } from '#features/decisions/index.ts';
import { namesOf } from '#features/people/index.ts';
import { settings } from '#features/policy/index.ts';
import { looksAfter, writesFor } from './access.ts';
import { answerersOf, decidersOf } from './deciders.ts';
import { isSettled, refusalWords, waitsForPerson } from './delivery.ts';
import { savedDraft } from './draft-facts.ts';
import { judge } from './judgement.ts';
import { after, isOpen, STATE_WORDS, type Happening } from './post.ts';
import { deliveryRows } from './delivery-queries.ts';
import { contestRows, previousFrozen, variantRows, versionRow } from './queries.ts';
import { questionRows } from './question-queries.ts';
import { seenPost } from './standing.ts';
import { saidOf, type postSchema } from './view-schema.ts';

const STANDING: ReadonlySet<string> = new Set<DecisionState>(['open', 'approved']);
const TAKEN_AWAY: ReadonlySet<string> = new Set<DecisionState>(['reopened', 'withdrawn']);

/** @throws not-found for another school's post, and for one that is not this person's to see */
export async function shownPost(context: Context, postId: string): Promise<z.input<typeof postSchema>> {
  const { db, scopeId, actor, personId, now } = context;
  const post = await seenPost(context, postId);
  const { state } = post;

  const [version, draft, contests, questions, deliveries, rounds, mine] = await Promise.all([
    versionRow(db, scopeId, post.version_id),
    savedDraft(context, post),
    contestRows(db, scopeId, postId),
    questionRows(db, scopeId, postId),
    deliveryRows(db, scopeId, postId),
    decisionsOn(db, scopeId, 'post', postId),
    authorisedAccounts(db, scopeId, personId).then((ids) => new Set(ids)),
  ]);
  const latest = rounds.find((one) => STANDING.has(one.state)) ?? rounds.at(-1);
  const decision = latest && !TAKEN_AWAY.has(latest.state) ? latest : undefined;
  const judgement = await judge(context, draft, contests);
  const { policy, need, going } = judgement;
  const [previous, approvers, everyVote, deciders, answerers] = await Promise.all([
    previousFrozen(db, scopeId, postId, version.n),
    decision ? approverRows(db, scopeId, [decision.id]) : [],
    votesOn(db, scopeId, 'post', postId),
    need.none ? [] : decidersOf(context, draft, need.roles, policy),
    state === 'asking'
      ? answerersOf(
          context,
          draft,
          questions.map((one) => one.asked_by),
          policy,
        )
      : [],
  ]);
  const votes = everyVote.filter((one) => one.decision_id === decision?.id);
  const before = previous ? await variantRows(db, scopeId, previous.id) : [];
  const names = await namesOf(db, scopeId, [
    post.opened_by,
    ...draft.authors,
    ...approvers.flatMap((one) => [one.person_id, one.standing_in_for]),
    ...deciders.map((one) => one.standingInFor),
    ...everyVote.map((one) => one.person_id),
    ...rounds.map((one) => one.asked_by),
    ...questions.flatMap((one) => [one.asked_by, one.asked_of]),
  ]);
  const named = (id: string) => ({ id, name: names.get(id) ?? 'Somebody who has left' });
  const saidBy = (one: (typeof everyVote)[number]) => ({
    ...named(one.person_id),
    answer: one.answer,
    note: one.note,
    at: one.at,
  });
  const checklist = policy.ruling(settings.review.checklist);

  const accountIds = draft.accounts.map((account) => account.id);
  const authorised = writesFor(personId, { accounts: accountIds, authors: draft.authors, mine });
  const edits = authorised && isOpen(state);
  const isAuthor = draft.authors.includes(personId);
  const can = (happening: Happening) => after(state, happening) !== null;
  const decides = state === 'waiting' && !isAuthor && deciders.some((one) => one.personId === personId);
  const looksAfterIt = looksAfter(actor, accountIds, mine);
  const copies = deliveries.map((row) => row.state);

  return {
    id: post.id,
    state,
    stateWords: (state === 'publishing' ? refusalWords(copies) : null) ?? STATE_WORDS[state],
    revision: version.revision,
    version: version.n,
    content: draft.content,
    zone: draft.zone,
    accounts: draft.accounts.map((account) => ({
      id: account.id,
      name: account.name,
      nameInFull: account.nameInFull,
      handle: account.handle,
      platformKey: account.platformKey,
      platformName: account.platformName,
      connector: account.connector,
      reach: account.reach,
      wordsLimit: account.wordsLimit,
      length: account.countWords(going.payloads.find((payload) => payload.accountId === account.id)?.words ?? ''),
    })),
    pictures: draft.pictures.map(({ mediaId, alt, showsChildren, width, height }) => ({
      mediaId,
      alt,
      showsChildren,
      width,
      height,
    })),
    check: saidOf(judgement),
    contests: contests.map(({ rule, excerpt, reason }) => ({ rule, excerpt, reason })),
    authors: draft.authors.map(named),
    openedBy: named(post.opened_by),
    openedAt: post.opened_at,
    changedAt: post.changed_at,
    emergency: { reviewDueOn: post.review_due_on, reviewedAt: post.reviewed_at },
    deciders: deciders.map((one) => ({
      id: one.personId,
      name: one.name,
      because: one.because,
      standingInFor: one.standingInFor === null ? null : named(one.standingInFor).name,
    })),
    decision: decision
      ? {
          id: decision.id,
          state: decision.state,
          hash: decision.hash,
          covers: decision.hash === version.hash,
          fingerprint: fingerprint(decision.hash),
          needs: decision.needs,
          clauses: decision.clauses,
          openedAt: decision.opened_at,
          closesAt: decision.closes_at,
          approvers: approvers.map((one) => ({
            ...named(one.person_id),
            because: one.because,
            standingInFor: one.standing_in_for === null ? null : named(one.standing_in_for).name,
          })),
          votes: votes.map(saidBy),
        }
      : null,
    rounds: rounds.map((one) => ({
      askedBy: named(one.asked_by),
      openedAt: one.opened_at,
      state: one.state,
      closedAt: one.closed_at,
    })),
    votes: everyVote.map(saidBy),
    previous: previous
      ? {
          version: previous.n,
          words: previous.words,
          accounts: before.map((one) => ({ accountId: one.account_id, words: one.words })),
        }
      : null,
    checklist: checklist.value.map((id) => ({ id, words: settings.review.checklist.answers?.[id] ?? id })),
    checklistClauses: checklist.clauses,
    questions: questions.map((one) => ({
      askedBy: named(one.asked_by),
      askedOf: named(one.asked_of),
      words: one.words,
      askedAt: one.asked_at,
      answer: one.answer,
      answeredAt: one.answered_at,
    })),
    deliveries: deliveries.map((row) => {
      const payload = row.payload as { words: string; pictures: { mediaId: string; alt: string }[] };
      return {
        id: row.id,
        accountId: row.account_id,
        accountName: row.account_name,
        connector: row.connector,
        state: row.state,
        words: payload.words,
        pictures: payload.pictures.map(({ mediaId, alt }) => ({ mediaId, alt })),
        dueAt: row.due_at,
        overdue: !isSettled(row.state) && isAfter(now, row.due_at),
        settledAt: row.settled_at,
        permalink: row.permalink,
        problem: row.problem,
        removalReason: row.removal_reason,
        removedAt: row.removed_at,
      };
    }),
    may: {
      edit: edits,
      copy: mine.size > 0,
      send: edits && state === 'draft' && judgement.free,
      ask: edits && can('ask'),
      answer: state === 'asking' && answerers.some((one) => one.personId === personId),
      decide: decides,
      takeBack: state === 'approved' && votes.some((one) => one.person_id === personId && one.answer === 'approve'),
      unschedule: authorised && can('reopen'),
      discard: authorised && can('discard'),
      takeDown: can('take-down') && looksAfterIt,
      review: post.review_due_on !== null && post.reviewed_at === null && !isAuthor,
      publishByHand: looksAfterIt && copies.includes('by-hand'),
      sendAgain: looksAfterIt && copies.includes('refused'),
      leaveOut: looksAfterIt && copies.some(waitsForPerson),
    },
  };
}
