// What the school says of itself: details, the year, its own contacts, confidential words, sites, and how everybody signs in.
import { shown } from '#surfaces/web/answer.ts';
import { may } from '#surfaces/web/may.ts';
import { dayIn, sayDay, sayDays } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../answering.ts';
import { backTo, saidIn } from '../said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, url } = event;
    const { registry, words, origin } = locals.gatepost;
    const [school, signInRules] = await Promise.all([
      locals.api.schools.read({}),
      locals.api.schools.readSignInRules({}),
    ]);
    const today = dayIn(nowOf(event), ZONE);
    return {
      school,
      signInRules,
      said: saidIn(url),
      publicAddress: `${origin}/schools/${school.slug}`,
      mayChange: may(registry, locals.actor, 'schools.update'),
      mayProvide: may(registry, locals.actor, 'schools.listProviders'),
      mayMail: may(registry, locals.actor, 'mail.showServer'),
      mayOperate: may(registry, locals.actor, 'operation.read'),
      mayRequireApp: may(registry, locals.actor, 'schools.setSecondFactorRoles'),
      roles: [...words.responsibilities, ...words.workingTypes],
      terms: school.calendar.terms.map((term) => ({ ...term, said: sayDays(term.starts, term.ends, today) })),
      closures: school.calendar.closures.map((one) => ({
        ...one,
        said: one.until ? sayDays(one.date, one.until, today) : sayDay(one.date, today),
      })),
      elections: school.preElectionPeriods.map(({ election, startsOn, endsOn }) => ({
        name: election,
        value: sayDays(startsOn, endsOn, today),
      })),
    };
  });

type Lines = readonly Record<string, string>[];
const isGiven = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

export const actions: Actions = {
  details: (event) =>
    done(event, async (input) => {
      await event.locals.api.schools.update(input as never);
      backTo('/school', 'saved');
    }),
  elections: (event) =>
    done(event, async (input) => {
      const periods = (input['periods'] ?? []) as Lines;
      await event.locals.api.schools.setPreElectionPeriods({ periods: periods as never });
      backTo('/school', 'saved');
    }),
  contacts: (event) =>
    done(event, async (input) => {
      const contacts = ((input['contacts'] ?? []) as Lines).filter(({ value }) => isGiven(value));
      await event.locals.api.schools.setOwnContacts({ contacts: contacts as never });
      backTo('/school', 'saved');
    }),
  confidential: (event) =>
    done(event, async (input) => {
      await event.locals.api.schools.setConfidentialTerms({ terms: (input['terms'] ?? []) as never });
      backTo('/school', 'saved');
    }),
  sites: (event) =>
    done(event, async (input) => {
      const domains = ((input['domains'] ?? []) as Lines).filter(({ domain }) => isGiven(domain));
      await event.locals.api.schools.setLinkDomains({ domains: domains as never });
      backTo('/school', 'saved');
    }),
  app: (event) =>
    done(event, async ({ roles = [], graceDays }) => {
      await event.locals.api.schools.setSecondFactorRoles({ roles, graceDays } as never);
      backTo('/school', 'saved');
    }),
  sessions: (event) =>
    done(event, async (input) => {
      await event.locals.api.schools.setSessionLimits(input as never);
      backTo('/school', 'saved');
    }),
  networks: (event) =>
    done(event, async (input) => {
      const lines = ((input['networks'] ?? []) as Lines).flatMap(({ range }) => (isGiven(range) ? [range] : []));
      await event.locals.api.schools.setNetworks({ networks: lines });
      backTo('/school', 'saved');
    }),
};
