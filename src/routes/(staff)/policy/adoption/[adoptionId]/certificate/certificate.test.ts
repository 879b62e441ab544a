// The certificate says what the record says, and prints.
import { expect, it } from 'vitest';
import { printedPdf } from '#surfaces/pdf/printed-pdf.ts';
import { certificateOf } from './certificate.ts';

const SHA = 'ab12'.repeat(16);
const adoption = {
  policyTitle: 'Social media policy',
  sha256: SHA,
  reason: 'Reviewed for the new school year.',
  version: { id: 'v', n: 2, effectiveOn: '2026-11-23', begun: false },
  reviewedOn: '2026-11-20T12:00:00Z',
  approvedBy: [{ name: 'Ngozi Okafor', label: 'the headteacher', at: '2026-11-20T11:00:00Z' }],
  adoptedBy: [{ name: 'Full governing body', heldOn: '2026-11-20', minute: 'FGB 7.2' }],
  steps: [
    {
      meetings: [
        {
          name: 'Full governing body',
          heldOn: '2026-11-20',
          present: ['Ruth Adeyemi', 'Tom Pascoe'],
          quorum: 2,
          votesFor: 1,
          votesAgainst: 0,
          abstained: 1,
          minute: 'FGB 7.2',
          outcome: 'adopted',
          recordedBy: 'Ruth Adeyemi',
        },
      ],
    },
  ],
  slots: [
    {
      label: 'the headteacher',
      signature: {
        typedName: 'Dafydd Rees',
        as: 'standing in for the headteacher',
        at: '2026-11-20T13:00:00Z',
        digest: SHA,
      },
    },
  ],
} as unknown as Parameters<typeof certificateOf>[0];
const responsible = [
  { role: 'dsl', label: 'The safeguarding lead', accountable: false, people: [{ name: 'Sara Lund' }] },
];
const plain = {
  day: (date: string) => date,
  moment: (at: string) => at,
  fingerprint: (one: string) => one.slice(0, 4),
};

it('shows approver, dates, meeting and signatures as they are recorded, and is a tagged PDF', async () => {
  const document = certificateOf(adoption, 'Millrace Primary School', responsible, plain, '2026-11-20T14:00:00Z');
  const [facts] = document.blocks;
  expect(facts).toMatchObject({
    rows: expect.arrayContaining([
      ['Reviewed on', '2026-11-20T12:00:00Z'],
      ['Approved by', 'Ngozi Okafor, the headteacher, 2026-11-20T11:00:00Z'],
      ['Adopted by', 'Full governing body, 2026-11-20, minute FGB 7.2'],
    ]),
  });
  const [signatures] = document.blocks.filter(({ kind }) => kind === 'table');
  expect(signatures).toMatchObject({
    rows: [['Dafydd Rees', 'standing in for the headteacher', '2026-11-20T13:00:00Z', 'ab12']],
  });
  const text = JSON.stringify(document.blocks);
  for (const words of ['1 for, 0 against, 1 abstained', 'Ruth Adeyemi; Tom Pascoe', 'Sara Lund'])
    expect(text).toContain(words);
  const pdf = Buffer.from(await printedPdf(document)).toString('latin1');
  expect(pdf).toMatch(/^%PDF-1\.7/);
  expect(pdf).toContain('/MarkInfo');
});
