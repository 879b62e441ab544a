// What the policy decides, as questions with their answers, found by their words; and the choices made where it contradicts itself or is silent.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { nowOf, ZONE } from '../../../answering.ts';
import { citing } from '../../../clause-refs.ts';
import type { PageServerLoad } from './$types';
import { saidIn } from '../../said.ts';
import { sayIssue } from '../say-issue.ts';
import { lockHere, trustHere } from '../trust-here.ts';
import { AREA_ORDER, areaOf } from './areas.ts';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const search = (event.url.searchParams.get('search') ?? '').slice(0, 200);
    const [{ settings: found, all, silent }, policy, { clauses: names }, trust] = await Promise.all([
      api.policy.listSettings({ search }),
      api.policy.read({}),
      api.policy.clauseNames({}),
      api.policy.readTrustHere({}),
    ]);
    const cite = citing(names);
    const today = dayIn(nowOf(event), ZONE);
    const settings = found.map((setting) => ({
      id: setting.id,
      question: setting.question,
      words: setting.words,
      source: setting.source,
      area: areaOf(setting.id),
      clauses: cite(setting.clauses),
      overrides: setting.overrides.map(({ where, words, clauses }) => ({ where, words, clauses: cite(clauses) })),
      // What nothing reads yet is said to be so.
      notYet: setting.does.every(({ yet }) => !yet),
      locks: setting.locks.map(lockHere(cite, today)),
      waiting: setting.waiting.map((day) => sayDay(day, today)),
    }));
    return {
      search,
      said: saidIn(event.url),
      trust: trustHere(trust, today, nowOf(event)),
      version: policy.version && { n: policy.version.n, issued: sayIssue(policy.version.issued) },
      areas: AREA_ORDER.map((heading, at) => ({
        id: `area-${at + 1}`,
        heading,
        settings: settings.filter(({ area }) => area === heading),
      })).filter((area) => area.settings.length > 0),
      found: found.length,
      silent,
      count: all,
      isStarter: policy.starter.length === 0,
      choices: search === '' ? policy.choices.map((choice) => ({ ...choice, clauses: cite(choice.clauses) })) : [],
    };
  });
