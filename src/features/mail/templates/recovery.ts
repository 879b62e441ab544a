// The mail with a recovery link that a colleague made for somebody who cannot sign in.
import { defineTemplate } from '../template.ts';

export const recovery = defineTemplate({
  name: 'recovery',
  facts: { link: 'link' },
  urgent: true,
  hours: 24,
  ifUnsure: 'send-again',
  write: ({ link: { until } }, { school, link }) => ({
    subject: `Your way back in to ${school} on Gatepost`,
    blocks: [
      `The headteacher or an administrator of ${school} made this link, with which you set a new password.`,
      { label: 'Set a new password', link },
      `The link is yours alone: please do not pass it on. It works once, until ${until}.`,
      'If you did not ask for it, tell the headteacher at once.',
    ],
  }),
});
