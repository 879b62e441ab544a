// What keeps its pictures from going out. Pure.
import type { PolicyInForce } from '#kernel/policy.ts';
import type { Draft } from '../draft-facts.ts';
import { standingOf } from '../picture-rules.ts';
import { needs, type Obstacle } from './obstacle.ts';

/** Held, not declared, or waiting for consent records. */
export function pictures(draft: Draft, policy: PolicyInForce): Obstacle[] {
  return draft.pictures.flatMap((picture, index): Obstacle[] => {
    const field = `pictures.${index}`;
    const which = `Picture ${index + 1}`;
    if (picture.quarantined) {
      return [needs('picture-held', field, `${which} is being held and cannot be used.`, 'Take it out of this post.')];
    }
    const standing = standingOf(picture, draft, policy);
    // The approver's own statement is asked for when it is decided, not before.
    if (standing.state === 'may-go-out' || standing.state === 'needs-approver-statement') return [];
    const waits = standing.state === 'needs-consent-records';
    const clauses = [...new Set([...standing.clauses, ...(waits ? policy.clausesOf('media.children-wait') : [])])];
    const place = waits ? field : `${field}.showsChildren`;
    return [
      needs(
        waits ? 'needs-consent-records' : 'picture-not-declared',
        place,
        `${which}: ${standing.message}`,
        standing.remedy,
        clauses,
      ),
    ];
  });
}
