// Posts: written, checked, decided, published, taken down.
import { defineFeature } from '#kernel/feature.ts';
import { affectedBySetting } from './actions/affected-by-setting.ts';
import { answerQuestion } from './actions/answer-question.ts';
import { approvePost } from './actions/approve-post.ts';
import { askAboutPost } from './actions/ask-about-post.ts';
import { beginPublishing } from './actions/begin-publishing.ts';
import { checkDraft } from './actions/check-draft.ts';
import { closeAfterDate } from './actions/close-after-date.ts';
import { contestFinding } from './actions/contest-finding.ts';
import { countContributions } from './actions/count-contributions.ts';
import { copyPost } from './actions/copy-post.ts';
import { discardPost } from './actions/discard-post.ts';
import { expirePosts } from './actions/expire-posts.ts';
import { findPinned } from './actions/find-pinned.ts';
import { leaveAccountOut } from './actions/leave-account-out.ts';
import { listDue } from './actions/list-due.ts';
import { listPosts } from './actions/list-posts.ts';
import { listRemovals } from './actions/list-removals.ts';
import { openPost } from './actions/open-post.ts';
import { pinNotice } from './actions/pin-notice.ts';
import { readHandKit } from './actions/read-hand-kit.ts';
import { readGuide } from './actions/read-guide.ts';
import { readNotice } from './actions/read-notice.ts';
import { readNoticeboard } from './actions/read-noticeboard.ts';
import { readPost } from './actions/read-post.ts';
import { refusePost } from './actions/refuse-post.ts';
import { reportByHand } from './actions/report-by-hand.ts';
import { reportMissing } from './actions/report-missing.ts';
import { resumePublishing } from './actions/resume-publishing.ts';
import { reviewEmergency } from './actions/review-emergency.ts';
import { savePost } from './actions/save-post.ts';
import { sendBackPost } from './actions/send-back-post.ts';
import { sendDeliveryAgain } from './actions/send-delivery-again.ts';
import { settleDelivery } from './actions/settle-delivery.ts';
import { settleRemoval } from './actions/settle-removal.ts';
import { submitPost } from './actions/submit-post.ts';
import { takeBackApproval } from './actions/take-back-approval.ts';
import { takeDownPost } from './actions/take-down-post.ts';
import { unpinNotice } from './actions/unpin-notice.ts';
import { withdrawPost } from './actions/withdraw-post.ts';
import { postsControls } from './controls.ts';
import { closePost } from './jobs/close-post.ts';
import { publishPost } from './jobs/publish-post.ts';
import { takeDownJob } from './jobs/take-down-post.ts';
import { watchPosts } from './jobs/watch-posts.ts';

export { postsDuties } from './duties.ts';

export const posts = defineFeature({
  name: 'posts',
  summary: 'Posts: written, checked, decided, published, taken down.',
  actions: [
    openPost,
    copyPost,
    savePost,
    checkDraft,
    readGuide,
    contestFinding,
    askAboutPost,
    answerQuestion,
    submitPost,
    approvePost,
    sendBackPost,
    refusePost,
    takeBackApproval,
    withdrawPost,
    discardPost,
    listPosts,
    countContributions,
    readPost,
    beginPublishing,
    settleDelivery,
    readHandKit,
    reportByHand,
    reportMissing,
    sendDeliveryAgain,
    leaveAccountOut,
    takeDownPost,
    listRemovals,
    settleRemoval,
    closeAfterDate,
    listDue,
    expirePosts,
    resumePublishing,
    reviewEmergency,
    pinNotice,
    findPinned,
    unpinNotice,
    readNoticeboard,
    readNotice,
    affectedBySetting,
  ],
  controls: postsControls,
  jobs: [publishPost, takeDownJob, watchPosts, closePost],
});
