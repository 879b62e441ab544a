// On their first morning in the demo people read the policy and confirm it; one colleague at each school never gets round to it.
import { confirmPolicy } from './confirm-policy.ts';
import type { DemoSchool, Scene } from './school.ts';
import type { When } from './school-days.ts';
import type { Stage } from './stage.ts';

export const confirmationScenes = (school: DemoSchool, stage: Stage, when: When): Scene[] => [
  {
    at: when.schoolDay(30, '09:30'),
    async play() {
      for (const { key, name } of [school.first, ...school.people]) {
        if (!staysAway(school, key)) await confirmPolicy((await stage.as(key)).acknowledgement, name);
      }
    },
  },
];

/** Whoever does not sign in; and the last of those whom no account and no decision waits for. */
function staysAway({ people, accounts }: DemoSchool, key: string): boolean {
  const busy = new Set(accounts.flatMap(({ authors, runners }) => [...authors, ...runners]));
  const late = people.findLast((one) => !one.outside && !one.responsibilities?.length && !busy.has(one.key));
  return key === late?.key || people.some((one) => one.key === key && one.outside === true);
}
