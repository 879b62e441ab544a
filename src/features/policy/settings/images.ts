// What a policy settles about pictures: consent, suitability and the device they come from.
import { amount, choice, several } from '../setting.ts';

export const consent = {
  mode: choice({
    id: 'consent.mode',
    question: 'When may a picture of a child be used?',
    answers: {
      'opt-out': 'A picture may be used unless somebody has said no.',
      'image-policy': 'A picture may be used as the school’s image policy says.',
      'opt-in': 'A picture may be used only where agreement is on record first.',
    },
    default: 'opt-in',
    order: 'ranked',
  }),
  evidence: choice({
    id: 'consent.evidence',
    question: 'What form must agreement have?',
    answers: {
      recorded: 'Agreement in any form counts once it is recorded.',
      written: 'Only written agreement counts.',
    },
    default: 'written',
    order: 'ranked',
  }),
  scopes: several({
    id: 'consent.scopes',
    question: 'What does agreement have to cover?',
    answers: {
      photo: 'Agreement is needed for photographs.',
      video: 'Agreement is needed for video.',
      work: 'Agreement is needed for showing a pupil’s work.',
      name: 'Agreement is needed for giving a name.',
      mention: 'Agreement is needed for any information about a person.',
    },
    default: ['photo', 'video', 'work', 'name'],
    order: 'superset',
  }),
  covers: choice({
    id: 'consent.covers',
    question: 'Whose agreement is asked for?',
    answers: {
      pupils: 'Agreement is asked for pupils.',
      everybody: 'Agreement is asked for everybody shown or described, adults too.',
    },
    default: 'everybody',
    order: 'ranked',
  }),
  validMonths: amount({
    id: 'consent.validMonths',
    question: 'For how many months does agreement last?',
    from: 1,
    to: 84,
    default: 12,
    order: 'down',
  }),
};

export const media = {
  schoolDeviceOnly: choice({
    id: 'media.schoolDeviceOnly',
    question: 'Must pictures be taken on school equipment?',
    answers: {
      off: 'Pictures may be taken on any equipment.',
      declare: 'The author declares that school equipment was used.',
      enforce: 'Only pictures from registered school equipment are taken in.',
    },
    default: 'declare',
    order: 'ranked',
  }),
  checklist: several({
    id: 'media.checklist',
    question: 'What must be confirmed about each picture?',
    answers: {
      dress: 'The pupils shown are suitably dressed.',
      'no-ridicule': 'The picture and its words hold nobody up to ridicule.',
      activity: 'Nobody is doing anything that could discredit them or the school.',
      care: 'The picture was taken and chosen with care, following the guidance.',
      'do-not-publish': 'Nobody on the do-not-publish list is shown.',
      'image-policy': 'The school’s image policy was followed.',
    },
    default: ['dress', 'no-ridicule', 'activity', 'care', 'do-not-publish'],
    order: 'superset',
  }),
};
