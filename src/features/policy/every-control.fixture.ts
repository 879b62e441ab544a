// For tests: the controls of every feature that exists, later ones included.
import { features } from '#features/index.ts';
import type { Control } from '#kernel/control.ts';
import { plannedControls } from './planned-controls.ts';

export const builtControls: readonly Control[] = features.flatMap(({ controls }): readonly Control[] => controls);

export const everyControlId: ReadonlySet<string> = new Set(
  [...builtControls, ...plannedControls].map((control) => control.id),
);
