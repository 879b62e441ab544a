// The mail with which somebody is invited to join.
import { defineTemplate } from '../template.ts';

export const invitation = defineTemplate({
  name: 'invitation',
  facts: { link: 'link' },
  urgent: true,
  hours: 72,
  ifUnsure: 'send-again',
  write: ({ link: { until } }, { school, link }) => ({
    subject: `Join ${school} on Gatepost`,
    blocks: [
      `${school} uses Gatepost to write, check and publish its posts. You are invited to join.`,
      { label: 'Choose a password and join', link },
      `The link is yours alone: please do not pass it on. It works once, until ${until}.`,
      'If you did not expect this, ask the school office before you open it.',
    ],
  }),
});
