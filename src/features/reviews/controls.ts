// What Gatepost makes real about reviewing the policy and putting it into practice.
import { defineControl } from '#kernel/control.ts';

export const reviewsControls = [
  defineControl({
    id: 'policy.review',
    kind: 'workflow',
    promise:
      'A review is set for its date with its reviewers, reminds them 90, 30 and 7 days before, can be started early, and ends only when each of them has signed it off.',
    settings: ['review.months', 'review.firstMonths', 'review.roles'],
  }),
  defineControl({
    id: 'policy.review-triggers',
    kind: 'workflow',
    promise: 'A change in the law, an internal review or a serious incident brings the review forward.',
    settings: ['review.triggers'],
    cannot: 'It hears of such a thing only when somebody says so.',
  }),
  defineControl({
    id: 'policy.share-with-governors',
    kind: 'workflow',
    promise: 'A review cannot close until the version was shared with governors, with date and recipients.',
    settings: ['review.shareWithGovernors'],
  }),
  defineControl({
    id: 'policy.implementation',
    kind: 'workflow',
    promise:
      'A new version starts a list of what has to be done to put it into practice, owned and ticked off, with a review by the headteacher.',
    settings: ['roles.accountable', 'roles.named'],
  }),
];
