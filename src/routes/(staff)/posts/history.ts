// What happened to a post so far, one line each, the oldest first. Pure.
import type { Tone } from '#ui/state.ts';
import type { Post } from './post-page.ts';

export interface Happened {
  readonly at: string;
  readonly tone: Tone;
  readonly says: string;
  readonly quote: string;
}

const VOTE: Readonly<Record<string, { readonly says: string; readonly tone: Tone }>> = {
  approve: { says: 'approved it', tone: 'done' },
  'send-back': { says: 'sent it back', tone: 'look' },
  refuse: { says: 'refused it', tone: 'stop' },
  'take-back': { says: 'took the approval back', tone: 'look' },
};

/** How asking for a decision ends where no vote says it. */
const ENDED: Readonly<Record<string, { readonly says: string; readonly tone: Tone }>> = {
  reopened: { says: 'It changed, so what was decided no longer counts', tone: 'look' },
  withdrawn: { says: 'It was withdrawn', tone: 'calm' },
  expired: { says: 'Nobody decided in time', tone: 'stop' },
};

export function historyOf(post: Post): Happened[] {
  const line = (at: string, tone: Tone, says: string, quote = ''): Happened => ({ at, tone, says, quote });
  const found: Happened[] = [
    line(post.openedAt, 'calm', `${post.openedBy.name} began it`),
    ...post.questions.flatMap((one) => [
      line(one.askedAt, 'look', `${one.askedBy.name} was unsure and asked ${one.askedOf.name}`, one.words),
      ...(one.answeredAt === null ? [] : [line(one.answeredAt, 'calm', 'The question was answered', one.answer)]),
    ]),
    ...post.rounds.flatMap(({ askedBy, openedAt, state, closedAt }) => {
      const ended = post.votes.some((one) => one.at === closedAt) ? undefined : ENDED[state];
      return [
        line(openedAt, 'calm', `${askedBy.name} sent it for a decision`),
        ...(closedAt !== null && ended ? [line(closedAt, ended.tone, ended.says)] : []),
      ];
    }),
    ...post.votes.map((one) => {
      const { says, tone } = VOTE[one.answer] ?? { says: one.answer, tone: 'calm' as const };
      return line(one.at, tone, `${one.name} ${says}`, one.note);
    }),
    ...post.deliveries.flatMap((one) => [
      ...(one.settledAt !== null && one.permalink !== ''
        ? [line(one.settledAt, 'done', `It was published on ${one.accountName}`)]
        : []),
      ...(one.settledAt !== null && one.problem !== ''
        ? [line(one.settledAt, 'stop', `It was not published on ${one.accountName}`, one.problem)]
        : []),
      ...(one.removedAt === null
        ? []
        : [line(one.removedAt, 'look', `It was taken down on ${one.accountName}`, one.removalReason)]),
    ]),
    ...(post.emergency.reviewedAt === null
      ? []
      : [line(post.emergency.reviewedAt, 'done', 'It was looked at again, the day after the emergency')]),
  ];
  return found.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
