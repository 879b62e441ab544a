// What another policy would do to a post that waits or is approved, set beside the policy in force. Pure.
import { hashOf } from './payload.ts';
import type { Judgement } from './judgement.ts';

export const EFFECTS = [
  'stopped',
  'no-longer-stopped',
  'reader-needed',
  'no-reader-needed',
  'other-deciders',
  'other-words',
] as const;
export type Effect = (typeof EFFECTS)[number];

export function effectsOf(now: Judgement, then: Judgement, wantedAt: string | null): Effect[] {
  const effects: Effect[] = [];
  if (now.free && !then.free) effects.push('stopped');
  if (!now.free && then.free) effects.push('no-longer-stopped');
  if (now.need.none && !then.need.none) effects.push('reader-needed');
  if (!now.need.none && then.need.none) effects.push('no-reader-needed');
  if (!now.need.none && !then.need.none && rolesOf(now) !== rolesOf(then)) effects.push('other-deciders');
  if (hashOf(now.going.payloads, wantedAt) !== hashOf(then.going.payloads, wantedAt)) effects.push('other-words');
  return effects;
}

const rolesOf = ({ need }: Judgement): string => [need.people, ...need.roles].join('|');
