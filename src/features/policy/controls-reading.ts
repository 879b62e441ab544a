// Which controls read a setting: those that are made real already, and those still to come.
import type { Control } from '#kernel/control.ts';
import { plannedControls } from './planned-controls.ts';

export interface ReadingControl {
  readonly control: Control;
  /** It is made real already. */
  readonly yet: boolean;
}

export const controlsReading = (settingId: string, built: ReadonlyMap<string, Control>): ReadingControl[] => [
  ...[...built.values()].filter((one) => one.settings.includes(settingId)).map((control) => ({ control, yet: true })),
  ...plannedControls
    .filter((one) => one.settings.includes(settingId) && !built.has(one.id))
    .map((control) => ({ control, yet: false })),
];
