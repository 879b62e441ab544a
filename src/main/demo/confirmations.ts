// On their first morning in the demo people read the policy and confirm it. One never gets round to it, and one does not accept it.
import { confirmPolicy, confirmReferences } from './confirm-policy.ts';
import type { DemoSchool, Scene } from './school.ts';
import type { When } from './school-days.ts';
import type { Stage } from './stage.ts';

const LATE = 'marguerite';
const REFUSES = 'lucas';

export const confirmationScenes = (school: DemoSchool, stage: Stage, when: When): Scene[] => [
  {
    at: when.schoolDay(30, '09:30'),
    async play() {
      for (const { key, name } of confirming(school)) await confirmPolicy((await stage.as(key)).acknowledgement, name);
    },
  },
  // What has been entered in the register since.
  {
    at: when.schoolDay(25, '08:20'),
    async play() {
      for (const { key } of confirming(school)) await confirmReferences((await stage.as(key)).acknowledgement);
    },
  },
  {
    at: when.schoolDay(12, '16:30'),
    async play() {
      if (!school.people.some(({ key }) => key === REFUSES)) return;
      const { acknowledgement } = await stage.as(REFUSES);
      const { asked } = await acknowledgement.readMine({});
      if (!asked?.isAsked) return;
      await acknowledgement.refuse({
        versionId: asked.versionId,
        reason: 'I will not use my own telephone to prove who I am, and I was offered nothing else.',
      });
    },
  },
];

const confirming = ({ first, people }: DemoSchool) =>
  [first, ...people].filter(({ key, outside }) => outside !== true && key !== LATE && key !== REFUSES);
