// Days as calendar programs read them.
import { expect, it } from 'vitest';
import { calendarText } from './calendar-text.ts';

const day = {
  id: 'review',
  on: '2027-02-28',
  title: 'The policy is to be reviewed',
  url: 'https://millrace.example/policy/reviews',
};

it('writes whole days that the next day ends', () => {
  const text = calendarText('Millrace: policy', [day], '2026-11-20');
  expect(text).toContain('DTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\n');
  expect(text).toContain('UID:review@gatepost\r\nDTSTAMP:20261120T000000Z\r\n');
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
});

it('escapes what has a meaning, and folds long lines between letters', () => {
  const title = `To be reviewed: “Behaviour, rewards; ünd sanctions” \\ ${'é'.repeat(80)}\nBEGIN:VEVENT`;
  const text = calendarText('School', [{ ...day, title }], '2026-11-20');
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain(
    `SUMMARY:To be reviewed: “Behaviour\\, rewards\\; ünd sanctions” \\\\ ${'é'.repeat(80)}\\nBEGIN:VEVENT\r\n`,
  );
  expect(unfolded.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
});
