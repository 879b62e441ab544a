// The directory: a search that has an address, fifty people at a time.
import { shown } from '#surfaces/web/answer.ts';
import { may } from '#surfaces/web/may.ts';
import { saidIn } from '../said.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, url } = event;
    const { api, actor, gatepost } = locals;
    const asked = Object.fromEntries(
      ['search', 'type', 'responsibility', 'className', 'after'].flatMap((name) => {
        const value = url.searchParams.get(name)?.trim();
        return value ? [[name, value]] : [];
      }),
    );
    const { words } = gatepost;
    const { people, next } = await api.people.list(asked as Parameters<typeof api.people.list>[0]);
    const { troubles } = may(gatepost.registry, actor, 'mail.readTroubles')
      ? await api.mail.readTroubles({})
      : { troubles: [] };
    const troubled = new Map(troubles.map((one) => [one.personId, one.message]));
    const { after: _after, ...filters } = asked;
    const further = new URLSearchParams({ ...filters, ...(next === null ? {} : { after: next }) });
    const labels = new Map(
      [...words.types, ...words.responsibilities].map(({ value, label }) => [value as string, label]),
    );
    const called = (values: readonly string[]) => values.map((value) => labels.get(value) ?? value);
    return {
      said: saidIn(url),
      filters: filters as Record<string, string>,
      isFurther: asked['after'] !== undefined,
      first: `/people?${new URLSearchParams(filters)}`,
      next: next === null ? null : `/people?${further}`,
      mayKeep: may(gatepost.registry, actor, 'people.add'),
      types: words.types,
      responsibilities: words.responsibilities,
      people: people.map((one) => ({
        ...one,
        is: called(words.mostExact(one.types)),
        holds: called(one.responsibilities),
        trouble: troubled.get(one.id) ?? null,
        place: [one.className, words.year(one.yearGroup)].filter((part) => part !== '').join(', '),
      })),
    };
  });
