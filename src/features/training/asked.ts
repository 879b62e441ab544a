// What is asked of each person: modules that were given to a group of theirs, and those that come before writing for an account. Pure.
import { comesBeforeRunning, monthsOf, type Module } from './modules.ts';
import { isPlatformModule, platformModule } from './module-id.ts';
import { standingOf, type Completion, type Standing } from './standing.ts';
import { isAsked, type Member, type Target } from './target.ts';

/** How long before something runs out it is asked for again. */
const RENEW_DAYS = 30;
/** How long somebody has who joins, or who is asked again because a module has changed, after the day that was named. */
export const GRACE_DAYS = 14;

export interface Assignment {
  readonly moduleId: string;
  readonly target: Target;
  readonly dueOn: string;
  /** When it was given out. */
  readonly givenAt?: string;
}

export interface Asked<C extends Completion = Completion> {
  readonly module: Module;
  readonly standing: Standing<C>;
  /** By when; null where nothing but writing for an account waits for it. */
  readonly dueOn: string | null;
  /** `valid` = done, and not to be repeated soon. */
  readonly state: 'done' | 'due' | 'renew' | 'overdue';
  /** Nothing can be written for an account before it. */
  readonly beforeRunning: boolean;
  /** Since when it is asked of this person, and by when it was first to be done, however it stands today. */
  readonly first: { readonly on: string; readonly by: string | null };
}

export interface Asking {
  readonly modules: readonly Module[];
  readonly assignments: readonly Assignment[];
  readonly policyMonths: number | null;
  /** What the policy puts before writing: of the modules on running, and of those on platforms. */
  readonly gates: { readonly running: readonly string[]; readonly ownToo: boolean; readonly platforms: boolean };
  readonly today: string;
}

export interface Learner<C extends Completion = Completion> {
  readonly member: Member & { readonly since: string };
  /** Words of the platforms that they may write on. */
  readonly platforms: readonly string[];
  readonly completions: ReadonlyMap<string, readonly C[]>;
}

export function askedOf<C extends Completion>(asking: Asking, learner: Learner<C>): Asked<C>[] {
  const { modules, assignments, gates } = asking;
  const places = gates.platforms
    ? learner.platforms.map((word) => platformModule(word, (id) => modules.some(({ moduleId }) => moduleId === id)))
    : [];
  return modules
    .filter(({ retiredAt }) => retiredAt === null)
    .flatMap((module) => {
      const { moduleId } = module;
      const mine = assignments.filter((one) => one.moduleId === moduleId && isAsked(one.target, learner.member));
      const beforeRunning =
        learner.member.runs &&
        (places.includes(moduleId) ||
          gates.running.includes(moduleId) ||
          (gates.ownToo && comesBeforeRunning(module) && !isStarting(module)));
      if (mine.length === 0 && !beforeRunning) return [];
      const due = mine.map(({ dueOn }) => dueOn).toSorted()[0] ?? null;
      const first = firstAsked(learner.member.since, mine, due);
      return [{ ...stateOf(asking, learner, module, due), module, beforeRunning, first }];
    });
}

/** Whoever came after it was given out is asked from the day they came, and has some days more. */
function firstAsked(came: string, given: readonly Assignment[], due: string | null): Asked['first'] {
  const on = given.flatMap(({ givenAt }) => givenAt?.slice(0, 10) ?? []).toSorted()[0] ?? came;
  return {
    on: on > came ? on : came,
    by: due !== null && came > due ? plusDays(came, GRACE_DAYS) : due,
  };
}

const isStarting = ({ started, moduleId }: Module): boolean => started && !isPlatformModule(moduleId);

function stateOf<C extends Completion>(
  { policyMonths, today }: Asking,
  { member, completions }: Learner<C>,
  module: Module,
  due: string | null,
): Pick<Asked<C>, 'standing' | 'dueOn' | 'state'> {
  const rule = { countsFrom: module.countsFrom, months: monthsOf(module, policyMonths) };
  const standing = standingOf(completions.get(module.moduleId) ?? [], rule, today);
  if (standing.is === 'valid') {
    const { until } = standing;
    const soon = until !== null && until <= plusDays(today, RENEW_DAYS);
    return { standing, dueOn: soon ? until : null, state: soon ? 'renew' : 'done' };
  }
  if (standing.is === 'over' && standing.until !== null) return { standing, dueOn: standing.until, state: 'overdue' };
  if (due === null) return { standing, dueOn: null, state: 'due' };
  const joined = member.since > due ? plusDays(member.since, GRACE_DAYS) : due;
  const again =
    module.countsSince === null || standing.is === 'never' ? joined : plusDays(module.countsSince, GRACE_DAYS);
  const dueOn = again > joined ? again : joined;
  return { standing, dueOn, state: dueOn < today ? 'overdue' : 'due' };
}

export const plusDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
