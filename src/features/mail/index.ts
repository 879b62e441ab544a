// Mail: letters to people, the server that takes them, and what comes back.
import { on } from '#kernel/events.ts';
import { defineFeature } from '#kernel/feature.ts';
import { linkByMailWanted, toldAtOnce } from '#features/people/index.ts';
import { askRecovery } from './actions/ask-recovery.ts';
import { chooseDigest } from './actions/choose-digest.ts';
import { findDue } from './actions/find-due.ts';
import { findOldMail } from './actions/find-old-mail.ts';
import { forgetOldMail } from './actions/forget-old-mail.ts';
import { listMessages } from './actions/list-messages.ts';
import { queueNotice } from './actions/queue-notice.ts';
import { readDigestChoice } from './actions/read-digest-choice.ts';
import { readTroubles } from './actions/read-troubles.ts';
import { removeServer } from './actions/remove-server.ts';
import { reportBounce } from './actions/report-bounce.ts';
import { sendAgain } from './actions/send-again.ts';
import { sendInvitation } from './actions/send-invitation.ts';
import { sendNext } from './actions/send-next.ts';
import { sendRecovery } from './actions/send-recovery.ts';
import { sendWantedLink } from './actions/send-wanted-link.ts';
import { setServer } from './actions/set-server.ts';
import { showServer } from './actions/show-server.ts';
import { testServer } from './actions/test-server.ts';
import { mailControls } from './controls.ts';
import { mailWaits } from './events.ts';
import { forgetMail } from './jobs/forget-old-mail.ts';
import { sendMail } from './jobs/send-mail.ts';
import { sendWanted } from './jobs/send-wanted-link.ts';
import { tellAtOnce } from './jobs/tell-at-once.ts';

export { askRecovery };
export { digestsDue, queueDigest } from './digest.ts';
export { mailDuties } from './duties.ts';
export { queueLink } from './queue-link.ts';
export { mustBeQueued, queueMail, type Asked, type WantedMail } from './queue.ts';
export type { FactsOf, TemplateName } from './templates.ts';

export const mail = defineFeature({
  name: 'mail',
  summary: 'Mail out: the server, what waits and what came back, and when each person gets the digest.',
  actions: [
    setServer,
    showServer,
    removeServer,
    testServer,
    listMessages,
    sendAgain,
    sendInvitation,
    sendRecovery,
    askRecovery,
    readTroubles,
    reportBounce,
    chooseDigest,
    readDigestChoice,
    findDue,
    sendNext,
    sendWantedLink,
    queueNotice,
    findOldMail,
    forgetOldMail,
  ],
  controls: mailControls,
  jobs: [sendMail, sendWanted, tellAtOnce, forgetMail],
  subscribers: [on(mailWaits, sendMail), on(linkByMailWanted, sendWanted), on(toldAtOnce, tellAtOnce)],
});
