// Mail: letters to people, the server that takes them, and what comes back.
import { on } from '#kernel/events.ts';
import { defineFeature } from '#kernel/feature.ts';
import { linkByMailWanted, toldAtOnce } from '#features/people/index.ts';
import { findDue } from './actions/find-due.ts';
import { queueNotice } from './actions/queue-notice.ts';
import { sendNext } from './actions/send-next.ts';
import { sendWantedLink } from './actions/send-wanted-link.ts';
import { mailControls } from './controls.ts';
import { mailWaits } from './events.ts';
import { sendMail } from './jobs/send-mail.ts';
import { sendWanted } from './jobs/send-wanted-link.ts';
import { tellAtOnce } from './jobs/tell-at-once.ts';

export { queueLink } from './queue-link.ts';
export { mustBeQueued, queueMail, type Asked, type WantedMail } from './queue.ts';
export type { FactsOf, TemplateName } from './templates.ts';

export const mail = defineFeature({
  name: 'mail',
  summary: 'Mail out: the server, what waits and what came back, and when each person gets the digest.',
  actions: [findDue, sendNext, sendWantedLink, queueNotice],
  controls: mailControls,
  jobs: [sendMail, sendWanted, tellAtOnce],
  subscribers: [on(mailWaits, sendMail), on(linkByMailWanted, sendWanted), on(toldAtOnce, tellAtOnce)],
});
