// What a policy settles about parents and pupils: notices, programme, lessons, age limits.
import { choice, several, yesNo } from '../setting.ts';

export const parents = {
  eventPhotoRule: choice({
    id: 'parents.eventPhotoRule',
    question: 'What may parents do with pictures they take at school events?',
    answers: {
      advice: 'Parents are advised of the risks.',
      'permission-of-others': 'Parents ask permission before uploading pictures of others.',
      'own-child-only': 'Parents do not post pictures of other people’s children.',
    },
    default: 'own-child-only',
    order: 'ranked',
  }),
  programme: choice({
    id: 'parents.programme',
    question: 'What does the school do for parents?',
    answers: {
      notice: 'Parents are told what the policy means for them.',
      programme: 'Parents are told, and there is a programme of sessions and messages.',
    },
    default: 'programme',
    order: 'ranked',
  }),
};

export const pupils = {
  minAgeRule: choice({
    id: 'pupils.minAgeRule',
    question: 'What is the rule on platforms’ minimum ages?',
    answers: {
      silent: 'The policy says nothing about minimum ages.',
      'respect-ratings': 'Parents are asked to respect the minimum ages.',
      'no-accounts-under-age':
        'The school makes no account for a pupil below the minimum age, and tells parents of underage use.',
    },
    default: 'no-accounts-under-age',
    order: 'ranked',
  }),
  helpFirst: yesNo({
    id: 'pupils.helpFirst',
    question: 'Is a pupil who tells about an underage account helped before anything else?',
    yes: 'Such a pupil is helped first.',
    no: 'The policy says nothing about helping first.',
    default: true,
    stricter: 'neither',
  }),
};

export const curriculum = {
  topics: several({
    id: 'curriculum.topics',
    question: 'Which topics are pupils taught?',
    answers: {
      'safe-use': 'Safe and responsible use.',
      'personal-details': 'Sharing personal details.',
      'known-friends': 'Accepting only known friends, and private profiles.',
      'meeting-online-friends': 'Never meeting online friends alone.',
      passwords: 'Safe passwords.',
      'age-suitable-sites': 'Sites that suit their age.',
      'blocking-reporting': 'Blocking and reporting.',
      'good-friend': 'Being a good friend online.',
      'social-media-behaviour': 'Social media and other online behaviour.',
      oversharing: 'The dangers of oversharing.',
    },
    default: [
      'safe-use',
      'personal-details',
      'known-friends',
      'meeting-online-friends',
      'passwords',
      'age-suitable-sites',
      'blocking-reporting',
      'good-friend',
      'social-media-behaviour',
      'oversharing',
    ],
    order: 'superset',
  }),
};
