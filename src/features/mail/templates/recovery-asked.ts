// The mail with a recovery link that somebody asked for at the sign-in page.
import { defineTemplate } from '../template.ts';

export const recoveryAsked = defineTemplate({
  name: 'recovery-asked',
  facts: { link: 'link' },
  urgent: true,
  hours: 1,
  ifUnsure: 'send-again',
  write: ({ link: { until } }, { school, link }) => ({
    subject: 'Set a new password on Gatepost',
    blocks: [
      `Somebody, most likely you, said at the sign-in page that they cannot get in to ${school} on Gatepost.`,
      { label: 'Set a new password', link },
      `The link works once, until ${until}. It changes your password only: an authenticator app stays as it is.`,
      'If it was not you, leave the link alone, and tell the headteacher if it happens again. Nothing has changed.',
    ],
  }),
});
