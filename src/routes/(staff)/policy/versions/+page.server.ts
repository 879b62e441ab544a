// The versions of the policy, and putting another model in force from a day on.
import { shown } from '#surfaces/web/answer.ts';
import { may } from '#surfaces/web/may.ts';
import { dayIn, sayDay, sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import { sayIssue } from '../say-issue.ts';
import { coverOf } from './cover.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api, actor, gatepost } = event.locals;
    const [{ versions }, { models }, { adoptions }] = await Promise.all([
      api.policy.listVersions({}),
      api.policy.listModels({}),
      api.adoption.list({}),
    ]);
    const adoptionOf = new Map(adoptions.flatMap((one) => (one.version ? [[one.version.id, one] as const] : [])));
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    const titles = new Map(
      models.map(({ name, title, school }) => [
        name as string,
        name === 'starter' ? 'Gatepost’s own' : `${title}, ${school}`,
      ]),
    );
    return {
      said: saidIn(event.url),
      today,
      /** Once the school has adopted its policy, another one is adopted too. */
      hasAdopted: versions.some(({ state, calledOff }) => state === 'adopted' && !calledOff),
      mayPut: may(gatepost.registry, actor, 'policy.putInForce'),
      models: models.map(({ name }) => ({ value: name, label: titles.get(name) ?? name })),
      versions: versions.map((version) => ({
        ...version,
        title: titles.get(version.document) ?? 'The school’s own',
        issued: sayIssue(version.issued),
        written: sayDay(dayIn(version.writtenAt, ZONE), today),
        from: sayDay(version.effectiveOn, today),
        cover: coverOf(adoptionOf.get(version.id), (at) => sayMoment(at, ZONE, now)),
        when: version.calledOff
          ? ('called-off' as const)
          : version.inForce
            ? ('now' as const)
            : version.effectiveOn > today
              ? ('later' as const)
              : ('past' as const),
      })),
    };
  });

export const actions: Actions = {
  cancel: (event) =>
    done(event, async ({ changeId }) => {
      await event.locals.api.policy.cancelChange({ changeId: String(changeId) });
      backTo('/policy/versions', 'setting-called-off');
    }),
  put: (event) =>
    done(event, async ({ model, effectiveOn, reason = '' }) => {
      await event.locals.api.policy.putInForce({
        model: model as never,
        reason: String(reason),
        ...(effectiveOn === undefined || effectiveOn === '' ? {} : { effectiveOn: String(effectiveOn) }),
      });
      backTo('/policy/versions', 'in-force');
    }),
};
