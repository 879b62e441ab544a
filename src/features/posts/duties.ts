// What posts ask of a person: to decide, to answer, to publish, send again or take down by hand, to look again after an emergency.
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { decisionsWaitingFor } from '#features/decisions/index.ts';
import { overseesPosts } from './access.ts';
import { handworkRows } from './delivery-queries.ts';
import { sentBackTo, unreviewedEmergencies } from './queries.ts';
import { openQuestionsFor } from './question-queries.ts';

const SOON_MINUTES = 24 * 60;

/** Overdue once its time has passed; soon within a day of it. */
const urgencyOf = (due: string | null, at: Temporal.Instant): Duty['urgency'] => {
  if (due === null) return 'calm';
  const left = at.until(Temporal.Instant.from(due)).total('minutes');
  return left < 0 ? 'overdue' : left < SOON_MINUTES ? 'soon' : 'calm';
};

/** What a copy in each of these states asks of whoever runs the account. */
const HANDWORK = {
  'by-hand': {
    kind: 'posts.publish-by-hand',
    title: (account: string) => `Publish a post by hand on ${account}`,
    page: '/by-hand',
    control: 'posts.by-hand',
  },
  unknown: {
    kind: 'posts.find-out',
    title: (account: string) => `Find out whether a post is on ${account}`,
    page: '/by-hand',
    control: 'posts.by-hand',
  },
  refused: {
    kind: 'posts.send-again',
    title: (account: string) =>
      `${account} refused a post: send it again, publish it by hand, or leave that account out`,
    page: '',
    control: 'posts.by-hand',
  },
  'removal-asked': {
    kind: 'posts.take-down-by-hand',
    title: (account: string) => `Take a post down on ${account}`,
    page: '/by-hand',
    control: 'posts.take-down',
  },
} as const;

/** What posts ask of the person who looks at Today. */
export const postsDuties: FindDuties = async (context) => {
  const { actor, db, scopeId, at } = context;
  if (actor.kind !== 'person') return [];
  const [decisions, questions, sentBack, handwork, emergencies, policy] = await Promise.all([
    decisionsWaitingFor(db, scopeId, actor.personId),
    openQuestionsFor(db, scopeId, actor.personId),
    sentBackTo(db, scopeId, actor.personId),
    handworkRows(db, scopeId, overseesPosts(actor) ? null : actor.personId),
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
  for (const work of handwork) {
    const { kind, title, page, control } = HANDWORK[work.state as keyof typeof HANDWORK];
    const removal = work.state === 'removal-asked';
    duties.push({
      id: `posts.by-hand:${work.id}`,
      kind,
      title: title(work.account_name),
      href: `/posts/${work.post_id}${page}`,
      due: removal ? work.removal_asked_at : work.due_at,
      clauses: policy.clausesOf(control),
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
