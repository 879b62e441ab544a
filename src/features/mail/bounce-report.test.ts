// Reports of mail that came back, as the large senders write them.
import { expect, it } from 'vitest';
import { readBounceReport } from './bounce-report.ts';

const REPORT = [
  'From: "Mail Delivery System" <mailer-daemon@mx.example.org>',
  'Message-ID: <own.of.the.report@mx.example.org>',
  'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
  '',
  '--b',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example.org',
  '',
  'Final-Recipient: rfc822; Priya.Raman@millrace.example',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1 The email account that you tried to reach',
  '    does not exist.',
  '',
  '--b',
  'Content-Type: message/rfc822-headers',
  '',
  'From: Millrace <office@millrace.example>',
  'Message-ID: <0190-1@millrace.example>',
  '--b--',
];

it('finds the address, the answer and our own Message-ID, with either kind of line end', () => {
  for (const end of ['\n', '\r\n']) {
    expect(readBounceReport(REPORT.join(end))).toEqual({
      messageId: '<0190-1@millrace.example>',
      address: 'Priya.Raman@millrace.example',
      answer: '550 5.1.1 The email account that you tried to reach does not exist.',
      isDelay: false,
    });
  }
});

it('prefers what names the original outright', () => {
  const report = [
    ...REPORT,
    'X-Original-Message-ID: <0190-2@millrace.example>',
    'Original-Recipient: rfc822;p.raman@millrace.example',
  ];
  expect(readBounceReport(report.join('\n'))).toMatchObject({
    messageId: '<0190-2@millrace.example>',
    address: 'p.raman@millrace.example',
  });
});

it('tells a delay from the end of it', () => {
  const delayed = REPORT.map((line) => line.replace('Action: failed', 'Action: delayed').replace('5.1.1', '4.4.7'));
  expect(readBounceReport(delayed.join('\n'))).toMatchObject({ isDelay: true });
});

it('takes nothing else for a report', () => {
  for (const text of ['', 'I am away until Monday.', 'Status: 5.1.1', 'Final-Recipient: rfc822; a@b.example'])
    expect(readBounceReport(text)).toBeNull();
});
