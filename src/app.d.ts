// What every page's server side is given.
import type { App as Gatepost } from '#main/compose.ts';
import type { Identified } from '#main/identify.ts';
import type { Api } from '#kernel/registry.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Features } from '#features/index.ts';
import type { Problem } from '#surfaces/web/problem.ts';

declare global {
  namespace App {
    interface Locals {
      gatepost: Gatepost;
      actor: Actor;
      /** Every action, as whoever is asking. */
      api: Api<Features>;
      me: Identified;
    }
    interface Error {
      problem?: Problem;
    }
  }
}
