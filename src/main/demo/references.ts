// What the policy of each school is read with: Millrace has nearly all of it in its register; St Bride’s has begun, and reviews its policy early.
import type { DemoSchool, Scene } from './school.ts';
import type { When } from './school-days.ts';
import type { Stage } from './stage.ts';

export const referenceScenes = ({ details }: DemoSchool, stage: Stage, when: When): Scene[] => {
  if (details.slug === 'millrace') return millraceRegister(stage, when);
  return details.slug === 'st-brides' ? stBridesReview(stage, when) : [];
};

const millraceRegister = (stage: Stage, when: When): Scene[] => [
  {
    at: when.schoolDay(26, '14:10'),
    async play() {
      const { references } = await stage.as('helen');
      const helen = await stage.personId('helen');
      const samira = await stage.personId('samira');
      await references.addPolicy({
        kind: 'safeguarding',
        title: 'Safeguarding and child protection policy',
        belongsTo: 'school',
        ownerId: helen,
        edition: 'Version 9, September 2026',
        place: 'https://millrace.example/safeguarding',
        reviewOn: '2027-09-01',
      });
      await references.addPolicy({
        kind: 'acceptable-use',
        title: 'Acceptable ICT use policy',
        namedAs: 'Each school’s acceptable ICT use policy',
        belongsTo: 'school',
        ownerId: samira,
        edition: 'January 2026',
        place: 'Staff handbook, chapter 7',
        reviewOn: when.dateBack(12),
      });
      await references.addPolicy({
        kind: 'conduct',
        title: 'Staff code of conduct',
        belongsTo: 'trust',
        edition: 'Edition 3, 2025',
        place: 'https://fairwater.example/code-of-conduct',
        reviewOn: '2027-07-01',
      });
      await references.confirmGuidance({ key: 'kcsie-2026' });
      await references.cite({ key: 'kcsie-2026', isCited: true });
    },
  },
];

const stBridesReview = (stage: Stage, when: When): Scene[] => [
  {
    at: when.schoolDay(3, '15:50'),
    async play() {
      const { reviews } = await stage.as('anna');
      const { reviewId } = await reviews.start({
        cause: 'statutory-change',
        words: 'The edition of September 2026 asks all staff to read part one in full; our policy names that of 2016.',
      });
      await reviews.confirmSource({ reviewId, key: 'kcsie-2026' });
      await reviews.settleWatchItem({ reviewId, key: 'age-enforcement' });
    },
  },
];
