// What still keeps a draft from being sent, beyond what its words say: things to choose, to state, to put right. Pure.
import type { PolicyInForce } from '#kernel/policy.ts';
import type { Draft } from './draft-facts.ts';
import type { Checked } from './evaluate.ts';
import { basics } from './obstacles/basics.ts';
import { emergency } from './obstacles/emergency.ts';
import { ofItsKind } from './obstacles/kind.ts';
import type { Obstacle } from './obstacles/obstacle.ts';
import { pictures } from './obstacles/pictures.ts';
import { statements } from './obstacles/statements.ts';
import type { Outgoing } from './payload.ts';

/** @returns all of them, in the order in which the composer asks */
export function obstaclesTo(
  draft: Draft,
  going: Outgoing,
  checked: Checked,
  policy: PolicyInForce,
  now: string,
): Obstacle[] {
  return [
    ...basics(draft, going, policy, now),
    ...ofItsKind(draft, checked, policy),
    ...statements(draft, checked, policy),
    ...pictures(draft, policy),
    ...(draft.content.emergency ? emergency(draft, checked, policy) : []),
  ];
}
