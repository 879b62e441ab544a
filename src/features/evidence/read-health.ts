// Gathers the health of the policy from everything that knows a part of it.
import type { Context } from '#kernel/context.ts';
import { accountRows } from '#features/accounts/index.ts';
import { departureFigureRows } from '#features/departures/index.ts';
import { roleLabels, settings } from '#features/policy/index.ts';
import { questionFigureRows } from '#features/questions/index.ts';
import { schoolRow } from '#features/schools/index.ts';
import { benefitKeepers } from './access.ts';
import { benefitOf } from './benefit.ts';
import { objectiveRows, publishedRows, reachRows, teachingKinds } from './benefit-queries.ts';
import type { ClauseState } from './clause-evidence.ts';
import { coverageOn, daysOf, firstAsked } from './coverage-over-time.ts';
import type { Figures, Health } from './health.ts';
import { askedNow, overdueOf } from './overdue.ts';
import { momentsOf, type Period } from './period.ts';
import { clauseEvidence, readGround, type EvidenceGround, type ShownEvidence } from './read-evidence.ts';
import { tallyOf, type Count } from './tally.ts';

const MOST_STOPPED = 5;

export async function readHealthOf(context: Context, period: Period): Promise<Health> {
  const { db, scopeId, actor } = context;
  const [school, policy, ground, asked] = await Promise.all([
    schoolRow(db, scopeId),
    context.policy(),
    readGround(context, period),
    askedNow(context),
  ]);
  const { today, acknowledgement: signed, training: trained } = asked;
  const clauses = clauseEvidence(ground);
  const { document, version } = ground;
  const [events, benefit] = await Promise.all([eventsOf(context, period), benefitIn(context, ground, period)]);
  const late = [...overdueOf(asked).values()];
  const all = [...signed, ...trained];
  const accountable = policy.ruling(settings.roles.accountable);
  return {
    school: school?.name ?? '',
    title: document.title,
    version: version ? { n: version.n, effectiveOn: version.effective_on, state: version.state } : null,
    accountable: { role: roleLabels[accountable.value], clauses: accountable.clauses },
    period,
    figures: {
      clauses: statesOf(clauses),
      acknowledged: coverageOn(signed, today),
      trained: coverageOn(trained, today),
      review: asked.review,
      ...events,
      happened: tallyOf(
        tried(
          context,
          [...ground.counted.byVersion.values()].flatMap((one) => [...one.values()].flat()),
        ),
      ),
      posts: benefit.posts,
      overdue: late.reduce((sum, { n }) => sum + n, 0),
    },
    points: daysOf(firstAsked(all, period.since), period.until).map((day) => ({
      day,
      acknowledged: coverageOn(signed, day),
      trained: coverageOn(trained, day),
    })),
    overdue: late,
    stopped: mostStopped(clauses),
    benefit,
    mayNote: benefitKeepers.allows(actor),
  };
}

/** Whoever opens a page that is not theirs has done nothing that is not theirs to do. */
const tried = ({ actions }: Pick<Context, 'actions'>, counts: readonly Count[]): Count[] =>
  counts.filter(({ action, outcome }) => outcome !== 'forbidden' || actions.get(action)?.kind !== 'read');

function statesOf(clauses: readonly ShownEvidence[]): Figures['clauses'] {
  const count = (wanted: ClauseState) => clauses.filter(({ evidence }) => evidence.state === wanted).length;
  return { total: clauses.length, working: count('working'), quiet: count('quiet'), notYet: count('not-yet') };
}

/** By what they name as their reason: what a clause itself has stopped. */
const mostStopped = (clauses: readonly ShownEvidence[]) =>
  clauses
    .map(({ clause: { id, number, title }, evidence: { named } }) => ({
      id,
      number,
      title,
      times: named.stopped + named.refused,
    }))
    .filter(({ times }) => times > 0)
    .toSorted((one, other) => other.times - one.times)
    .slice(0, MOST_STOPPED);

async function eventsOf({ db, scopeId }: Context, period: Period): Promise<Pick<Figures, 'departures' | 'questions'>> {
  const { from, before } = momentsOf(period);
  const [departures, questions] = await Promise.all([
    departureFigureRows(db, scopeId, from, before),
    questionFigureRows(db, scopeId, from, before),
  ]);
  const sum = (rows: readonly number[]) => rows.reduce((total, n) => total + n, 0);
  return {
    departures: {
      asked: sum(departures.map(({ count }) => count)),
      open: sum(departures.filter(({ outcome }) => outcome === null).map(({ count }) => count)),
      granted: sum(departures.filter(({ outcome }) => outcome === 'accepted').map(({ count }) => count)),
    },
    questions: {
      asked: sum(questions.map(({ asked }) => asked)),
      answered: sum(questions.map(({ answered }) => answered)),
    },
  };
}

async function benefitIn({ db, scopeId, policy: read }: Context, { clauses }: EvidenceGround, period: Period) {
  const [policy, accounts, published, reach, judged, teaching] = await Promise.all([
    read(),
    accountRows(db, scopeId, {}),
    publishedRows(db, scopeId, momentsOf(period)),
    reachRows(db, scopeId, period),
    objectiveRows(db, scopeId, period.until),
    teachingKinds(db, scopeId),
  ]);
  const saying = new Set(policy.clausesOf('reports.governors'));
  return benefitOf({
    // The clauses that rest on this report are those that say what the accounts are good for.
    statements: clauses.filter(({ id }) => saying.has(id)).map(({ id, number, text }) => ({ id, number, text })),
    kinds: policy.ruling(settings.content.categories).value,
    accounts: accounts.filter(({ closedOn }) => closedOn === null || closedOn >= period.since),
    published,
    reach,
    judged,
    teaching,
  });
}
