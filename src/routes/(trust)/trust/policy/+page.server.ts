// The trust's policy: what is in force, what is locked, how each school stands, and the way to put another in force.
import { shown } from '#surfaces/web/answer.ts';
import { sayCount } from '#surfaces/web/say-count.ts';
import { sayDay, sayMoment, sayNearDay } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { AREA_ORDER, areaOf } from '../../../(staff)/policy/settings/areas.ts';
import { backTo, saidIn } from '../../../(staff)/said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [policy, { models }] = await Promise.all([api.policy.readTrustPolicy({}), api.policy.listModels({})]);
    const { today } = policy;
    const now = nowOf(event);
    const inForce = policy.versions.find(({ state }) => state === 'in-force');
    const settings = policy.settings.map((setting) => ({
      ...setting,
      area: areaOf(setting.id),
      locks: setting.locks.map((lock) => ({ ...lock, from: sayNearDay(lock.effectiveOn, today) })),
    }));
    return {
      said: saidIn(event.url),
      today,
      title: policy.policy?.title ?? null,
      clauses: policy.policy?.clauses ?? [],
      since: inForce ? sayDay(inForce.effectiveOn, today) : null,
      n: inForce?.n ?? null,
      versions: policy.versions.map((one) => ({
        ...one,
        from: sayDay(one.effectiveOn, today),
        put: sayMoment(one.putAt, ZONE, now),
      })),
      locked: settings.filter(({ locks }) => locks.length > 0),
      areas: AREA_ORDER.map((heading, at) => ({
        id: `area-${at + 1}`,
        heading,
        settings: settings.filter(({ area }) => area === heading),
      })).filter((area) => area.settings.length > 0),
      schools: policy.schools.map((school) => ({
        ...school,
        since: school.effectiveOn && sayDay(school.effectiveOn, today),
        hasSeen: policy.changedAt === null || isAfter(school.seenUpTo, policy.changedAt),
        conflicts: sayConflicts(school.conflicts),
        isLate: school.conflicts.some(({ state }) => state === 'overdue'),
        said: sayMoment(school.at, ZONE, now),
      })),
      models: models.map(({ name, title, school }) => ({ value: name, label: `${title} (${school})` })),
    };
  });

export const actions: Actions = {
  put: (event) =>
    done(event, async ({ model, text, effectiveOn, reason }) => {
      await event.locals.api.policy.putTrustInForce({
        ...given('model', model),
        ...given('text', text),
        ...given('effectiveOn', effectiveOn),
        reason: String(reason ?? ''),
      } as never);
      backTo('/trust/policy', 'trust-policy');
    }),
};

const given = (name: string, value: unknown): object =>
  typeof value === 'string' && value.trim() !== '' ? { [name]: value } : {};

const isAfter = (seen: string | null, put: string): boolean => seen !== null && Date.parse(seen) >= Date.parse(put);

type Conflicts = Awaited<ReturnType<App.Locals['api']['policy']['readTrustPolicy']>>['schools'][number]['conflicts'];

function sayConflicts(conflicts: Conflicts): string {
  if (conflicts.length === 0) return 'No';
  const late = conflicts.filter(({ state }) => state === 'overdue').length;
  const many = `In ${sayCount(conflicts.length)} ${conflicts.length === 1 ? 'answer' : 'answers'}`;
  return late === 0 ? many : `${many}, ${sayCount(late)} of them overdue`;
}
