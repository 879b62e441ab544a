// The policy in force, to be read: contents, every clause, and what Gatepost does about each.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../answering.ts';
import { backTo, saidIn } from '../said.ts';
import { trustHere } from './trust-here.ts';
import type { Actions, PageServerLoad } from './$types';
import { sayIssue } from './say-issue.ts';
import { withTerms } from './with-terms.ts';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const [policy, { versions }, { gaps, inWords: gapsInWords }, trust, { notes }] = await Promise.all([
      event.locals.api.policy.read({}),
      event.locals.api.policy.listVersions({}),
      event.locals.api.references.listGaps({}),
      event.locals.api.policy.readTrustHere({}),
      event.locals.api.questions.listNotes({}),
    ]);
    const today = dayIn(nowOf(event), ZONE);
    const next = versions
      .filter(({ effectiveOn, calledOff }) => effectiveOn > today && !calledOff)
      .toSorted((one, other) => (one.effectiveOn < other.effectiveOn ? -1 : 1))[0];
    const chapters = chaptersOf(policy.clauses, policy.definitions, 'part');
    const all = policy.clauses.flatMap(({ does }) => does);
    return {
      title: policy.title,
      ethos: policy.ethos,
      version: policy.version && {
        ...policy.version,
        since: sayDay(policy.version.effectiveOn, today),
        issued: sayIssue(policy.version.issued),
      },
      adopted: policy.version?.adopted ?? null,
      responsible: policy.responsible.map(({ role, label, people }) => ({
        role,
        label,
        names: people.map(({ name }) => name).join(', '),
      })),
      next: next ? { n: next.n, from: sayDay(next.effectiveOn, today) } : null,
      chapters,
      counts: {
        clauses: policy.clauses.length,
        does: all.filter(({ yet }) => yet).length,
        notYet: all.filter(({ yet }) => !yet).length,
      },
      definitions: policy.definitions,
      linkedPolicies: policy.linkedPolicies,
      gaps,
      gapsInWords,
      notes: Object.fromEntries(
        policy.clauses.map(({ id }) => [id, notes.filter(({ clauseId }) => clauseId === id).map(({ words }) => words)]),
      ),
      starter: chaptersOf(policy.starter, [], 'default'),
      said: saidIn(event.url),
      today,
      trust: trustHere(trust, today, nowOf(event)),
      trustPolicy: policy.trust && {
        title: policy.trust.title,
        chapters: chaptersOf(policy.trust.clauses, [], 'trust'),
      },
      mayTake: trust.maySee && policy.version?.adopted === null,
    };
  });

export const actions: Actions = {
  seen: (event) =>
    done(event, async ({ upTo, back }) => {
      await event.locals.api.policy.seeTrustChanges({ upTo: String(upTo) });
      backTo(back === '/policy/settings' ? back : '/policy', 'trust-seen');
    }),
  take: (event) =>
    done(event, async ({ effectiveOn }) => {
      const day = typeof effectiveOn === 'string' && effectiveOn !== '' ? { effectiveOn } : {};
      await event.locals.api.policy.takeTrustPolicy(day);
      backTo('/policy', 'trust-taken');
    }),
};

type Policy = Awaited<ReturnType<App.Locals['api']['policy']['read']>>;

/** Clauses under one heading that stand together are one chapter. */
function chaptersOf(clauses: Policy['clauses'], definitions: Policy['definitions'], prefix: string) {
  const chapters: { id: string; heading: string; clauses: ReturnType<typeof shownClause>[] }[] = [];
  for (const clause of clauses) {
    if (chapters.at(-1)?.heading !== clause.under)
      chapters.push({ id: `${prefix}-${chapters.length + 1}`, heading: clause.under, clauses: [] });
    chapters.at(-1)!.clauses.push(shownClause(clause, definitions));
  }
  return chapters;
}

const shownClause = (clause: Policy['clauses'][number], definitions: Policy['definitions']) => ({
  id: clause.id,
  number: clause.number,
  title: clause.title,
  pieces: withTerms(clause.text, definitions),
  does: clause.does,
});
