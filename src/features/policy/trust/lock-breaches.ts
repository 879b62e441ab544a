// Where a school's answer to a setting would be looser than what its trust has locked. Pure.
import { answerOf, heldAt, knownSetting, type Answer } from '../answer.ts';
import type { Place, PolicyDocument } from '../document.ts';
import { settings } from '../settings/index.ts';
import type { Setting } from '../setting.ts';
import { atLeastAsStrict } from '../strictness.ts';

export interface Lock {
  readonly id: string;
  readonly settingId: string;
  /** Schools may be stricter than this, and never looser. */
  readonly answer: Answer;
  /** Clauses of the trust's policy, as they are cited at a school. */
  readonly clauses: readonly string[];
  readonly effectiveOn: string;
  /** From this day a school that is looser has so many days. */
  readonly countsFrom: string;
  readonly days: number;
  readonly reason: string;
}

export interface LockBreach {
  readonly lock: Lock;
  readonly setting: Setting<unknown>;
  /** Where it would be looser, with both answers there; no place = everywhere. */
  readonly places: readonly { readonly place: Place | null; readonly is: unknown; readonly atLeast: unknown }[];
}

/** Everything that a school's answer is held against: what answers where it is silent, and on which platform its accounts are. */
export interface SchoolGround {
  readonly behind: PolicyDocument;
  readonly platformOf: ReadonlyMap<string, string>;
}

export function lockBreaches(document: PolicyDocument, locks: readonly Lock[], ground: SchoolGround): LockBreach[] {
  const kinds = kindsOfPosts(document, ground.behind);
  return locks.flatMap((lock) => {
    const setting = knownSetting(lock.settingId);
    const answer = answerOf(document, ground.behind, lock.settingId);
    const places = placesBetween(answer, lock.answer, kinds, ground.platformOf)
      .map((place) => ({ place, is: heldAt(answer, place ?? {}), atLeast: heldAt(lock.answer, place ?? {}) }))
      .filter(({ is, atLeast }) => !atLeastAsStrict(setting, is, atLeast));
    return places.length === 0 ? [] : [{ lock, setting, places: onlyTold(places) }];
  });
}

/** What holds everywhere need not be told of each place besides. */
const onlyTold = (places: LockBreach['places']): LockBreach['places'] =>
  places[0]?.place === null ? places.slice(0, 1) : places;

/** Every place at which the two could differ: an account is on its own platform, and a post of one kind or of none named. */
function placesBetween(
  school: Answer,
  lock: Answer,
  kinds: ReadonlySet<string>,
  platformOf: ReadonlyMap<string, string>,
): (Place | null)[] {
  const named = [...school.overrides, ...lock.overrides];
  const each = (kind: keyof Place) => [...new Set(named.flatMap((one) => one[kind] ?? []))];
  const categories = [undefined, ...each('category').filter((kind) => kinds.has(kind))];
  const platforms = [
    {},
    ...each('platform').map((platform) => ({ platform })),
    ...each('account').map((account) => {
      const platform = platformOf.get(account);
      return platform === undefined ? { account } : { account, platform };
    }),
  ];
  return platforms.flatMap((where) =>
    categories.map((category) => {
      const place: Place = category === undefined ? where : { ...where, category };
      return Object.keys(place).length === 0 ? null : place;
    }),
  );
}

/** A kind of post that the school does not have is nowhere looser. */
function kindsOfPosts(document: PolicyDocument, behind: PolicyDocument): ReadonlySet<string> {
  const { is } = answerOf(document, behind, settings.content.categories.id);
  return new Set(Array.isArray(is) ? is.map((kind: { id?: unknown }) => String(kind.id)) : []);
}
