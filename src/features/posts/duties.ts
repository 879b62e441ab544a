// What posts ask of a person: to decide, to answer, to publish or take down by hand, to look again after an emergency.
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { decisionsWaitingFor } from '#features/decisions/index.ts';
import { overseesPosts } from './access.ts';
import { handwork } from './delivery-queries.ts';
import { sentBackTo, unreviewedEmergencies } from './queries.ts';
import { openQuestionsFor } from './question-queries.ts';

const SOON_MINUTES = 24 * 60;

/** Overdue once its time has passed; soon within a day of it. */
const urgencyOf = (due: string | null, at: Temporal.Instant): Duty['urgency'] => {
  if (due === null) return 'calm';
  const left = at.until(Temporal.Instant.from(due)).total('minutes');
  return left < 0 ? 'overdue' : left < SOON_MINUTES ? 'soon' : 'calm';
};

export const postsDuties: FindDuties = async (context) => {
  const { actor, db, scopeId, at } = context;
  if (actor.kind !== 'person') return [];
  const [decisions, questions, sentBack, byHand, emergencies, policy] = await Promise.all([
    decisionsWaitingFor(db, scopeId, actor.personId),
    openQuestionsFor(db, scopeId, actor.personId),
    sentBackTo(db, scopeId, actor.personId),
    handwork(db, scopeId, overseesPosts(actor) ? null : actor.personId),
    actor.roles.has('headteacher') || actor.roles.has('deputy-headteacher') ? unreviewedEmergencies(db, scopeId) : [],
    context.policy(),
  ]);
  const duties: Duty[] = [];
  for (const decision of decisions.filter((one) => one.subject_kind === 'post')) {
    duties.push({
      id: `posts.decide:${decision.id}`,
      kind: 'posts.decide',
      title: 'A post waits for your decision',
      href: `/approvals/${decision.subject_id}`,
      due: decision.closes_at,
      clauses: decision.clauses,
      urgency: urgencyOf(decision.closes_at, at),
    });
  }
  for (const question of questions) {
    duties.push({
      id: `posts.answer:${question.id}`,
      kind: 'posts.answer',
      title: 'Somebody is unsure about a post and asks you',
      href: `/posts/${question.post_id}`,
      due: null,
      clauses: policy.clausesOf('posts.unsure'),
      urgency: 'soon',
    });
  }
  for (const post of sentBack) {
    duties.push({
      id: `posts.sent-back:${post.id}`,
      kind: 'posts.sent-back',
      title: 'A post of yours was sent back, with what should change',
      href: `/posts/${post.id}`,
      due: null,
      clauses: policy.clausesOf('decisions.record'),
      urgency: 'soon',
    });
  }
  for (const work of byHand) {
    const removal = work.state === 'removal-asked';
    duties.push({
      id: `posts.by-hand:${work.id}`,
      kind: removal ? 'posts.take-down-by-hand' : work.state === 'unknown' ? 'posts.find-out' : 'posts.publish-by-hand',
      title: removal
        ? `Take a post down on ${work.account_name}`
        : work.state === 'unknown'
          ? `Find out whether a post is on ${work.account_name}`
          : `Publish a post by hand on ${work.account_name}`,
      href: `/posts/${work.post_id}/by-hand`,
      due: removal ? work.removal_asked_at : work.due_at,
      clauses: policy.clausesOf(removal ? 'posts.take-down' : 'posts.by-hand'),
      urgency: removal ? 'overdue' : urgencyOf(work.due_at, at),
    });
  }
  for (const post of emergencies) {
    duties.push({
      id: `posts.review:${post.id}`,
      kind: 'posts.review',
      title: 'Look again at a post that went out by the emergency route',
      href: `/posts/${post.id}`,
      due: post.review_due_on,
      clauses: policy.clausesOf('posts.emergency'),
      urgency: 'soon',
    });
  }
  return duties;
};
