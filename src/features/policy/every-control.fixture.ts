// For tests: the controls of every feature that exists, later ones included.
import type { Control } from '#kernel/control.ts';
import { accountsControls } from '../accounts/controls.ts';
import { checksControls } from '../checks/controls.ts';
import { departuresControls } from '../departures/controls.ts';
import { guidanceControls } from '../guidance/controls.ts';
import { questionsControls } from '../questions/controls.ts';
import { decisionsControls } from '../decisions/controls.ts';
import { dutiesControls } from '../duties/controls.ts';
import { mediaControls } from '../media/controls.ts';
import { peopleControls } from '../people/controls.ts';
import { postsControls } from '../posts/controls.ts';
import { schoolsControls } from '../schools/controls.ts';
import { policyControls } from './controls.ts';
import { plannedControls } from './planned-controls.ts';

export const builtControls: readonly Control[] = [
  ...schoolsControls,
  ...peopleControls,
  ...decisionsControls,
  ...policyControls,
  ...questionsControls,
  ...departuresControls,
  ...guidanceControls,
  ...accountsControls,
  ...mediaControls,
  ...checksControls,
  ...postsControls,
  ...dutiesControls,
];

export const everyControlId: ReadonlySet<string> = new Set(
  [...builtControls, ...plannedControls].map((control) => control.id),
);
