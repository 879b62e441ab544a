// As what somebody approves or signs: in a role of their own, or standing in for whoever is away or may not. Pure.
import { roleLabels, type RoleName } from '#features/policy/index.ts';

/** What stands beside a line to sign on. */
export const lineLabel = (role: RoleName): string =>
  role === 'responsible-person' ? 'a responsible person' : roleLabels[role];

/** `the headteacher`, or `standing in for the headteacher`. */
export const inRole = (role: RoleName, standsIn: boolean): string =>
  standsIn ? `standing in for ${lineLabel(role)}` : lineLabel(role);
