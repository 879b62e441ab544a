// What modules are called: stable words, one for each answer of the setting, and one for each platform.
import { z } from 'zod';

export const moduleIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,59}$/, 'A module’s short name has lower-case letters, digits and hyphens.');

const PLATFORM = 'platform-';

/** Nobody writes for an account before these, where the policy has them and says that training comes first. */
export const RUNNING_MODULES = ['policy', 'runner-role'] as const;

/** Everybody knows the school's own pages: nothing is to be learned before writing there. */
export const OWN_PLATFORMS: readonly string[] = ['noticeboard', 'website'];

/** @param word by which the policy speaks of a platform; of one without a module of its own, the module on any other */
export const platformModule = (word: string, known: (id: string) => boolean): string =>
  known(PLATFORM + word) ? PLATFORM + word : `${PLATFORM}other`;

export const isPlatformModule = (id: string): boolean => id.startsWith(PLATFORM);

/** The answer of the setting `training.modules` under which a module stands; null for the school's own. */
export const listedAs = (id: string, started: boolean): string | null =>
  isPlatformModule(id) ? 'platform' : started ? id : null;

/** Addresses below /training that are pages of their own. */
const RESERVED: readonly string[] = ['manage', 'read'];

/** A short name for a module that a school adds: "St John’s way" → `st-johns-way`. */
export function moduleIdFrom(title: string, taken: ReadonlySet<string>): string {
  const word =
    title
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[’'\p{M}]/gu, '')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 50) || 'module';
  for (let n = RESERVED.includes(word) ? 2 : 1; ; n += 1) {
    const id = n === 1 ? (word.length < 2 ? `${word}-1` : word) : `${word}-${n}`;
    if (!taken.has(id)) return id;
  }
}
