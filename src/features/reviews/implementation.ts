// How the newest version is being put into practice: the list with its owners and states, and the headteacher’s look at it.
import type { Context } from '#kernel/context.ts';
import { askNow, coverageOf, standings } from '#features/acknowledgement/index.ts';
import {
  allSettings,
  behindOn,
  documentOf,
  livingVersions,
  localDate,
  policyInForce,
  roleLabels,
  settings,
  versionRows,
  type VersionRow,
} from '#features/policy/index.ts';
import { referenceGaps } from '#features/references/index.ts';
import { learners } from '#features/training/index.ts';
import { itemStates, type Counted, type ItemFacts, type ItemState, type Progress } from './implementation-items.ts';
import { implementationReviewRow, tickRows } from './implementation-queries.ts';
import { monthsAfter } from './next-review.ts';
import { holdersOf } from './queries.ts';

/** A term after a version has come into force, the headteacher looks at how it is kept. */
const LOOKED_AT_AFTER_MONTHS = 3;

export interface Implementation {
  readonly version: VersionRow;
  readonly items: readonly ItemState[];
  readonly facts: ItemFacts;
  /** Who answers for an item that nobody took on: the leadership team. */
  readonly owners: readonly { readonly personId: string; readonly name: string }[];
  readonly review: Awaited<ReturnType<typeof implementationReviewRow>>;
  readonly reviewDueOn: string;
  readonly today: string;
}

/** Of the version that was put in force whole last, also while it waits for its day; null where there is none. */
export async function newestVersion({ db, scopeId }: Pick<Context, 'db' | 'scopeId'>): Promise<VersionRow | null> {
  return livingVersions(await versionRows(db, scopeId)).findLast(({ changes }) => changes === null) ?? null;
}

/** With what has to be counted over everybody: for the page and the figures. */
export async function wholeImplementation(
  context: Context,
): Promise<(Implementation & { readonly counted: Counted }) | null> {
  const [training, acknowledgements] = await Promise.all([trained(context), acknowledged(context)]);
  const counted = { training, acknowledgements };
  const found = await readImplementation(context, counted);
  return found && { ...found, counted };
}

/** @param counted without it, what rests on counts is left out */
export async function readImplementation(
  context: Context,
  counted: Counted | null = null,
): Promise<Implementation | null> {
  const { db, scopeId, at } = context;
  const version = await newestVersion(context);
  if (!version) return null;
  const today = await localDate(db, scopeId, at);
  const [facts, ticks, review, leaders] = await Promise.all([
    factsOf(context, version, today),
    tickRows(db, scopeId, version.id),
    implementationReviewRow(db, scopeId, version.id),
    holdersOf(db, scopeId, ['slt', 'headteacher'], today),
  ]);
  const team = leaders.filter(({ role }) => role === 'slt');
  return {
    version,
    facts,
    items: itemStates(facts, ticks, counted),
    owners: team.length > 0 ? team : leaders,
    review,
    reviewDueOn: monthsAfter(version.effective_on, LOOKED_AT_AFTER_MONTHS),
    today,
  };
}

async function factsOf(context: Context, version: VersionRow, today: string): Promise<ItemFacts> {
  const { db, scopeId } = context;
  const starter = await behindOn(db, today);
  const document = (await documentOf(db, scopeId, version.id)) ?? starter;
  const policy = policyInForce(document, starter, version.id);
  const named = [policy.ruling(settings.roles.accountable).value, ...policy.ruling(settings.roles.named).value];
  const [holders, gaps] = await Promise.all([holdersOf(db, scopeId, named, today), referenceGaps(context)]);
  return {
    defaults: allSettings.filter(({ id }) => document.settings[id] === undefined).length,
    emptyRoles: [...new Set(named)]
      .filter((role) => !holders.some((one) => one.role === role))
      .map((role) => roleLabels[role]),
    referenceGaps: gaps.length,
  };
}

/** Whoever has at least one thing to learn counts, and is done when nothing of it is open. */
async function trained(context: Context): Promise<Progress> {
  const asked = (await learners(context)).people.filter((one) => one.asked.length > 0);
  const has = (one: (typeof asked)[number], ...states: string[]) =>
    one.asked.some(({ state }) => states.includes(state));
  return {
    asked: asked.length,
    done: asked.filter((one) => !has(one, 'due', 'overdue')).length,
    late: asked.filter((one) => has(one, 'overdue')).length,
  };
}

async function acknowledged(context: Context): Promise<Progress> {
  const ask = await askNow(context);
  if (!ask) return { asked: 0, done: 0, late: 0 };
  const { people, confirmed, overdue } = coverageOf([], await standings(context, ask)).all;
  return { asked: people, done: confirmed, late: overdue };
}
