// The mail that shows whether mail goes out at all.
import { defineTemplate } from '../template.ts';

export const test = defineTemplate({
  name: 'test',
  facts: {},
  urgent: true,
  hours: 1,
  ifUnsure: 'leave',
  once: true,
  write: (_, { school, origin }) => ({
    subject: `Mail from ${school} on Gatepost works`,
    blocks: [
      `This is the test message that was asked for on the mail page of ${school}. That you read it means that mail goes out.`,
      { label: 'Back to the mail page', link: `${origin}/school/mail` },
    ],
  }),
});
