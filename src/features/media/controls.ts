// What Gatepost makes real about pictures before they can go out.
import { defineControl } from '#kernel/control.ts';

export const mediaControls = [
  defineControl({
    id: 'media.safe-files',
    kind: 'enforced',
    promise: 'Only real pictures within a size limit are taken in; a file that is not what it claims to be is refused.',
    settings: [],
  }),
  defineControl({
    id: 'media.clean-copy',
    kind: 'enforced',
    promise: 'Every picture is re-made on arrival, without its hidden data such as place, device and original name.',
    settings: [],
  }),
  defineControl({
    id: 'media.children-wait',
    kind: 'enforced',
    promise: 'A picture said to show children does not go out while the policy asks for consent that is not on record.',
    settings: ['consent.mode'],
    cannot: 'The author says whether children are shown; faces are not yet looked for.',
  }),
  defineControl({
    id: 'media.no-child-statement',
    kind: 'workflow',
    promise: 'The approver states separately that a picture shows no child; the author’s word alone is not enough.',
    settings: [],
    cannot: 'It rests on two people looking.',
  }),
  defineControl({
    id: 'media.quarantine',
    kind: 'enforced',
    promise:
      'Material that may be illegal is locked away at once and the safeguarding lead and headteacher told; it is neither shown nor deleted until they say.',
    settings: [],
    cannot: 'It cannot know by itself what a picture shows: somebody has to say so.',
  }),
];
