// What the emergency route asks. Pure.
import type { PolicyInForce } from '#kernel/policy.ts';
import { settings } from '#features/policy/index.ts';
import type { Draft } from '../draft-facts.ts';
import type { Checked } from '../evaluate.ts';
import { needs, type Obstacle } from './obstacle.ts';

/** A snow closure at half past six: plain words, no pupils, no pictures. */
export function emergency(draft: Draft, checked: Checked, policy: PolicyInForce): Obstacle[] {
  const rule = policy.ruling(settings.approval.emergency);
  const clauses = [...new Set([...rule.clauses, ...policy.clausesOf('posts.emergency')])];
  const found: Obstacle[] = [];
  if (rule.value.people === null) {
    found.push(
      needs(
        'no-emergency-route',
        'emergency',
        'The policy has no emergency route.',
        'Send it in the usual way.',
        clauses,
      ),
    );
  }
  if (draft.content.emergencyReason === '') {
    found.push(
      needs(
        'no-emergency-reason',
        'emergencyReason',
        'It does not say why it cannot wait.',
        'Say in a sentence why.',
        clauses,
      ),
    );
  }
  if (draft.pictures.length > 0) {
    found.push(
      needs(
        'emergency-pictures',
        'pictures',
        'An emergency post is plain words, without pictures.',
        'Take the pictures out.',
        clauses,
      ),
    );
  }
  if (checked.findings.some((finding) => finding.rule.startsWith('pupil-'))) {
    found.push(needs('emergency-pupils', 'words', 'An emergency post names no pupil.', 'Take the name out.', clauses));
  }
  return found;
}
