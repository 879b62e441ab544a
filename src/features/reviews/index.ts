// Reviews: when the policy is looked at again and by whom, and how a version is put into practice.
import { defineFeature } from '#kernel/feature.ts';
import { closeImplementation } from './actions/close-implementation.ts';
import { closeReview } from './actions/close-review.ts';
import { confirmSource } from './actions/confirm-source.ts';
import { findReminder } from './actions/find-reminder.ts';
import { makeFeed } from './actions/make-feed.ts';
import { readDates } from './actions/read-dates.ts';
import { readFeed } from './actions/read-feed.ts';
import { revokeFeed } from './actions/revoke-feed.ts';
import { listReviews } from './actions/list-reviews.ts';
import { noteConsultation } from './actions/note-consultation.ts';
import { raiseTrigger } from './actions/raise-trigger.ts';
import { readImplementationList } from './actions/read-implementation-list.ts';
import { readReview } from './actions/read-review.ts';
import { remindReviewers } from './actions/remind-reviewers.ts';
import { setCommittee } from './actions/set-committee.ts';
import { settleWatchItem } from './actions/settle-watch-item.ts';
import { shareReview } from './actions/share-review.ts';
import { signOffReview } from './actions/sign-off-review.ts';
import { startReview } from './actions/start-review.ts';
import { takeOnItem } from './actions/take-on-item.ts';
import { tickOffItem } from './actions/tick-off-item.ts';
import { reviewsControls } from './controls.ts';
import { remindReviewersJob } from './jobs/remind-reviewers-job.ts';

export { reviewsDuties } from './duties.ts';
export { reviewFacts, type ReviewFacts } from './when.ts';

export const reviews = defineFeature({
  name: 'reviews',
  summary: 'When the policy is reviewed and by whom, and how a version is put into practice.',
  actions: [
    listReviews,
    readReview,
    startReview,
    raiseTrigger,
    confirmSource,
    settleWatchItem,
    signOffReview,
    setCommittee,
    shareReview,
    closeReview,
    findReminder,
    remindReviewers,
    readImplementationList,
    takeOnItem,
    tickOffItem,
    noteConsultation,
    closeImplementation,
    makeFeed,
    readFeed,
    revokeFeed,
    readDates,
  ],
  controls: reviewsControls,
  jobs: [remindReviewersJob],
});
