// What the policy decides, as questions with their answers; and the choices made where it contradicts itself or is silent.
import { shown } from '#surfaces/web/answer.ts';
import type { ClauseRef } from '#ui/clause-ref.ts';
import type { PageServerLoad } from './$types';
import { sayIssue } from '../say-issue.ts';
import { AREA_ORDER, areaOf } from './areas.ts';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const policy = await event.locals.api.policy.read({});
    const named = new Map([...policy.starter, ...policy.clauses].map((clause) => [clause.id, clause]));
    const cite = (ids: readonly string[]) =>
      ids.flatMap((id): ClauseRef[] => {
        const clause = named.get(id);
        return clause ? [{ number: clause.number, name: clause.title, href: `/policy#${id}`, text: clause.text }] : [];
      });
    const settings = policy.settings.map((setting) => ({
      ...setting,
      area: areaOf(setting.id),
      clauses: cite(setting.clauses),
      overrides: setting.overrides.map((one) => ({ ...one, clauses: cite(one.clauses) })),
    }));
    return {
      version: policy.version && { n: policy.version.n, issued: sayIssue(policy.version.issued) },
      areas: AREA_ORDER.map((heading, at) => ({
        id: `area-${at + 1}`,
        heading,
        settings: settings.filter(({ area }) => area === heading),
      })).filter((area) => area.settings.length > 0),
      silent: policy.settings.filter(({ source }) => source === 'default').length,
      count: policy.settings.length,
      isStarter: policy.starter.length === 0,
      choices: policy.choices.map((choice) => ({ ...choice, clauses: cite(choice.clauses) })),
    };
  });
