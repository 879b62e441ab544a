// The mail that tells somebody at once what would be too late in the digest.
import { defineTemplate } from '../template.ts';

export const notice = defineTemplate({
  name: 'notice',
  facts: { notices: 'notices' },
  urgent: true,
  hours: 24,
  ifUnsure: 'send-again',
  write: ({ notices }, { school, origin }) => ({
    subject: `Please look at this: ${school} on Gatepost`,
    blocks: notices.flatMap(({ text, href }) => [text, { label: 'Look at it on Gatepost', link: origin + href }]),
  }),
});
