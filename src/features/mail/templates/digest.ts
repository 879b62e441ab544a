// The mail that says once a day what waits for somebody and what they have been told since the last one.
import { defineTemplate } from '../template.ts';

const things = (count: number): string => (count === 1 ? '1 thing waits' : `${count} things wait`);

export const digest = defineTemplate({
  name: 'digest',
  facts: { waiting: 'count', overdue: 'count', notices: 'notices' },
  urgent: false,
  hours: 12,
  ifUnsure: 'leave',
  write: ({ waiting, overdue, notices }, { school, origin }) => ({
    subject: waiting > 0 ? `${things(waiting)} for you at ${school}` : `News for you at ${school}`,
    blocks: [
      ...(waiting > 0
        ? [
            `${things(waiting)} for you on Gatepost${overdue > 0 ? `; ${overdue} of them should be done by now` : ''}.`,
            { label: 'Open Today', link: `${origin}/today` },
          ]
        : []),
      ...(notices.length > 0
        ? ['Since you last looked:', { items: notices.map(({ text, href }) => ({ text, link: origin + href })) }]
        : []),
    ],
  }),
});
