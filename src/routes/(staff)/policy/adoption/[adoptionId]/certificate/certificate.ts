// The certificate of an adopted version, to be printed: who approved, adopted and signed it, as recorded. Pure.
import type { Block, PrintedDocument } from '#surfaces/pdf/printed-document.ts';

type Adoption = Awaited<ReturnType<App.Locals['api']['adoption']['read']>>;
type Responsible = Awaited<ReturnType<App.Locals['api']['policy']['read']>>['responsible'];

export interface Sayings {
  readonly day: (date: string) => string;
  readonly moment: (at: string) => string;
  readonly fingerprint: (digest: string) => string;
}

/** @param school its name as the school has it now */
export function certificateOf(
  adoption: Adoption,
  school: string,
  responsible: Responsible,
  { day, moment, fingerprint }: Sayings,
  madeAt: string,
): PrintedDocument {
  const version = adoption.version!;
  return {
    title: `Certificate of adoption: ${adoption.policyTitle}`,
    language: 'en-GB',
    school,
    footer: `${adoption.policyTitle}, version ${version.n}, ${fingerprint(adoption.sha256)}`,
    madeAt,
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['Version', String(version.n)],
          ['In force from', day(version.effectiveOn)],
          ['Reviewed on', adoption.reviewedOn ? moment(adoption.reviewedOn) : 'Not recorded'],
          ['Approved by', listOr(adoption.approvedBy.map(({ name, label, at }) => `${name}, ${label}, ${moment(at)}`))],
          [
            'Adopted by',
            listOr(adoption.adoptedBy.map(({ name, heldOn, minute }) => `${name}, ${day(heldOn)}, minute ${minute}`)),
          ],
          ['What is new, and why', adoption.reason || 'Nothing was written'],
          ['SHA-256 of the document', adoption.sha256],
        ],
      },
      ...meetings(adoption, day),
      { kind: 'heading', level: 1, text: 'Signatures' },
      {
        kind: 'table',
        caption: 'Each person signed exactly this document',
        columns: ['Name', 'As', 'Signed', 'Fingerprint'],
        rows: adoption.slots.flatMap(({ signature }) =>
          signature ? [[signature.typedName, signature.as, moment(signature.at), fingerprint(signature.digest)]] : [],
        ),
      },
      { kind: 'heading', level: 1, text: 'Responsible persons' },
      {
        kind: 'table',
        caption: `As the register says on ${moment(madeAt)}`,
        columns: ['Responsibility', 'Name'],
        rows: responsible.map(({ label, people }) => [label, listOr(people.map(({ name }) => name))]),
      },
      {
        kind: 'note',
        text: 'Printed from the record of who approved, voted and signed; nothing here was typed for this sheet. Each signature can be exported from its page and verified with “gatepost signature verify FILE”.',
      },
    ],
  };
}

const listOr = (words: readonly string[]): string => (words.length > 0 ? words.join('; ') : 'Nobody');

function meetings({ steps }: Adoption, day: Sayings['day']): Block[] {
  const held = steps.flatMap((step) => step.meetings).filter(({ outcome }) => outcome === 'adopted');
  return held.flatMap((meeting): Block[] => [
    { kind: 'heading', level: 1, text: `Meeting of ${meeting.name}` },
    {
      kind: 'facts',
      rows: [
        ['Held on', day(meeting.heldOn)],
        ['Present', meeting.present.join('; ')],
        ['Quorum', `${meeting.quorum}; ${meeting.present.length} were present`],
        ['Votes', `${meeting.votesFor} for, ${meeting.votesAgainst} against, ${meeting.abstained} abstained`],
        ['Minute', meeting.minute],
        ['Recorded by', meeting.recordedBy],
      ],
    },
  ]);
}
