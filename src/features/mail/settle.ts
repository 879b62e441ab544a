// What becomes of a message after a try: it is out, it never will be, or it is tried again, and when.
import { isBefore } from '#kernel/instants.ts';
import { whoseTrouble } from './diagnosis.ts';
import type { SendOutcome } from './ports.ts';
import type { Settled, Later } from './queries.ts';
import type { Template } from './template.ts';

/** A try that was not answered after this long was left behind: whoever made it is gone. */
export const LEFT_BEHIND_MINUTES = 15;

/** Waits between tries, in minutes; the last goes on. Greylisting lets most through after five. */
const WAITS = [5, 10, 20, 40, 60, 120, 240];

export interface Tried {
  readonly attempts: number;
  readonly giveUpAt: string;
  /** A try before this one may have got through. */
  readonly unsure: boolean;
}

export type Next =
  { readonly kind: 'settled'; readonly settled: Settled } | { readonly kind: 'later'; readonly later: Later };

type Care = Pick<Template, 'ifUnsure' | 'once'>;

const givenUp = (problem: string, answer: string): Next => ({
  kind: 'settled',
  settled: { state: 'given-up', problem, answer },
});

export function afterTry(outcome: SendOutcome, tried: Tried, template: Care, at: Temporal.Instant): Next {
  const { answer } = outcome;
  if (outcome.outcome === 'accepted') return { kind: 'settled', settled: { state: 'sent', problem: '', answer } };
  if (outcome.outcome === 'unsure') return afterUnsure(answer, tried, template, at);
  const { problem } = outcome;
  const whose = whoseTrouble(problem);
  if (whose === 'address' || template.once === true) {
    return { kind: 'settled', settled: { state: 'refused', problem, answer } };
  }
  const minutes = whose === 'server' ? 0 : WAITS[Math.min(tried.attempts, WAITS.length) - 1]!;
  return later(at.add({ minutes }), problem, answer, tried);
}

/**
 * Nobody can know whether it arrived. A link that somebody waits for is sent once more, under the same Message-ID, so that
 * mailboxes show one: better two than none. A digest is left: tomorrow's holds the same.
 */
export function afterUnsure(answer: string, tried: Tried, template: Care, at: Temporal.Instant): Next {
  if (template.ifUnsure === 'leave' || tried.unsure) return givenUp('unsure', answer);
  return later(at.add({ minutes: LEFT_BEHIND_MINUTES }), 'unsure', answer, { ...tried, unsure: true });
}

function later(due: Temporal.Instant, problem: string, answer: string, { giveUpAt, unsure }: Tried): Next {
  const dueAt = due.toString();
  if (!isBefore(dueAt, giveUpAt)) return givenUp(problem, answer);
  return { kind: 'later', later: { dueAt, problem, answer, unsure } };
}
