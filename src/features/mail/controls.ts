// What Gatepost makes real about the mail that it sends.
import { defineControl } from '#kernel/control.ts';

export const mailControls = [
  defineControl({
    id: 'mail.no-pupils',
    kind: 'enforced',
    promise: 'No mail carries a pupil’s name, the words of a draft or a picture, and no mail goes to a pupil.',
    settings: [],
  }),
  defineControl({
    id: 'mail.once',
    kind: 'enforced',
    promise: 'Each mail is asked for once and sent once; one that failed is tried again without anybody’s doing.',
    settings: [],
    cannot:
      'When a connection is lost just as a mail is handed over, nobody can know whether it arrived; a link is then sent once more.',
  }),
  defineControl({
    id: 'mail.bounces',
    kind: 'record',
    promise:
      'An address that takes no mail is shown beside the person until it is changed or a later mail is accepted.',
    settings: [],
    cannot: 'It learns of mail that comes back later only when somebody, or a program, reports it.',
  }),
  defineControl({
    id: 'mail.own-digest',
    kind: 'workflow',
    promise: 'Everybody chooses whether, and at what time, a daily mail says what waits for them.',
    settings: [],
  }),
  defineControl({
    id: 'mail.forgotten',
    kind: 'enforced',
    promise: 'What became of a letter is removed after a year; the ledger keeps how many there were.',
    settings: [],
    cannot: 'An address that still takes no mail stays in sight until that is mended.',
  }),
];
