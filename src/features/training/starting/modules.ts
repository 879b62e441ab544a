// Everything that Gatepost brings to begin with, by its short name.
import { boundariesModule, preventModule, privacyModule } from './conduct.ts';
import { inductionModule } from './induction.ts';
import type { StartingModule } from './module.ts';
import { platformModules } from './platforms.ts';
import { policyModule } from './policy.ts';
import { runnerRoleModule } from './runner-role.ts';

export const startingModules: ReadonlyMap<string, StartingModule> = new Map(
  [
    policyModule,
    inductionModule,
    runnerRoleModule,
    ...platformModules,
    boundariesModule,
    privacyModule,
    preventModule,
  ].map((one) => [one.id, one]),
);
