// What is printed on a sheet for signatures, in its order. Pure.
import type { PrintedDocument } from '#surfaces/pdf/printed-document.ts';

type Sheet = Awaited<ReturnType<App.Locals['api']['acknowledgement']['readSheet']>>;

/** @param from the day of the version in words */
export function sheetOf(sheet: Sheet, from: string, madeAt: string): PrintedDocument {
  const { school, title, n, sha256, textSha256, statement, people, who } = sheet;
  return {
    title: `${title}: signatures`,
    language: 'en-GB',
    school,
    footer: `Version ${n}, SHA-256 ${sha256.slice(0, 16)}`,
    madeAt,
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['Policy', title],
          ['Version', `${n}, in force from ${from}`],
          ['Fingerprint of the policy', sha256],
          ['Fingerprint of these words', textSha256],
          ['Who signs', who],
        ],
      },
      { kind: 'heading', level: 1, text: 'What is signed' },
      { kind: 'paragraph', text: statement.opening },
      ...statement.sections.flatMap(({ heading, lines }): PrintedDocument['blocks'] => [
        { kind: 'paragraph', text: heading },
        { kind: 'list', items: lines },
      ]),
      { kind: 'paragraph', text: statement.closing },
      { kind: 'heading', level: 1, text: 'Signatures' },
      { kind: 'note', text: 'Each person signs for themselves, and writes the day beside it.' },
      {
        kind: 'signature-lines',
        lines: people.map(({ name, detail }) => [name, detail].filter(Boolean).join(', ')),
      },
      {
        kind: 'note',
        text: 'Whoever keeps this sheet records it in Gatepost under “Who has signed”, with a photograph of it.',
      },
    ],
  };
}
