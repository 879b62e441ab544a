// One person: what they are, what they answer for, when they are away, how they sign in, and when they leave.
import { shown } from '#surfaces/web/answer.ts';
import { may } from '#surfaces/web/may.ts';
import { capital } from '#surfaces/web/say-count.ts';
import { dayIn, sayDay, sayDays, sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../said.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, params, url } = event;
    const { api, actor, gatepost } = locals;
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    const person = await api.people.read({ personId: params.id });
    const isSelf = actor.kind === 'person' && actor.personId === person.id;
    const can = (name: string) => may(gatepost.registry, actor, name);
    const isPupil = person.types.some(({ type, held }) => type === 'pupil' && held);
    const isAdult = !isPupil;
    const { responsibilities, types } = gatepost.words;
    const labels = new Map([...types, ...responsibilities].map(({ value, label }) => [value as string, label]));
    const called = (value: string) => labels.get(value) ?? value;
    const since = (one: { startsOn: string; endsOn: string | null }) =>
      one.endsOn === null
        ? `${one.startsOn > today ? 'From' : 'Since'} ${sayDay(one.startsOn, today)}`
        : one.endsOn < one.startsOn
          ? 'Put right on the same day'
          : sayDays(one.startsOn, one.endsOn, today);
    const ties =
      person.seesCarers && can('people.readCarers') ? await api.people.readCarers({ personId: person.id }) : null;
    const isCalled = new Map(gatepost.words.relations.map(({ value, label }) => [value as string, label]));
    const tied = (one: Tied, place: string, reached: readonly string[]) => ({
      ...one,
      said: (isCalled.get(one.relation) ?? one.relation).toLowerCase(),
      place,
      reached: reached.filter((way) => way !== ''),
    });
    const troubles = can('mail.readTroubles') ? (await api.mail.readTroubles({ personId: person.id })).troubles : [];
    const colleagues = isAdult ? await colleaguesOf(event, person.id) : [];
    return {
      said: saidIn(url),
      sendsMail: (await api.mail.readDigestChoice({})).isMailSet,
      trouble: troubles.map(({ at, ...one }) => ({ ...one, when: capital(sayMoment(at, ZONE, now)) }))[0] ?? null,
      family: ties && {
        reached: [ties.email, ties.telephone].filter((way) => way !== ''),
        carers: ties.carers.map((one) => tied(one, '', [one.telephone, one.email])),
        pupils: ties.pupils.map((one) =>
          tied(one, [one.className, gatepost.words.year(one.yearGroup)].filter((part) => part !== '').join(', '), []),
        ),
      },
      relations: gatepost.words.relations,
      mayChangeCarers: can('people.changeCarer'),
      today,
      isSelf,
      isAdult,
      // Somebody who is only a carer or a visitor answers for nothing and does not sign in.
      worksHere: person.types.some(({ type }) => type !== 'carer' && type !== 'visitor'),
      mayKeep: can('people.change'),
      mayRecover: can('people.recover') && !isSelf,
      mayEndAccess: can('people.endAccess') && !isSelf,
      // Who may give which is decided for each; those who could give some are offered the form.
      mayGive:
        can('people.change') ||
        (actor.kind === 'person' && (actor.roles.has('chair-of-governors') || actor.roles.has('headteacher'))),
      person: {
        ...person,
        accessEnded: person.accessEndedAt === null ? null : sayMoment(person.accessEndedAt, ZONE, now),
        lastDaySaid: person.lastDay === null ? null : sayDay(person.lastDay, today),
        year: gatepost.words.year(person.yearGroup),
        is: gatepost.words.mostExact(person.types.filter(({ held }) => held).map(({ type }) => type)).map(called),
        hasLeft: person.lastDay !== null && person.lastDay < today,
        types: person.types.map((one) => ({ ...one, label: called(one.type), since: since(one) })),
        responsibilities: person.responsibilities
          .filter(({ endsOn }) => endsOn === null || endsOn >= today)
          .map((one) => ({ ...one, label: called(one.responsibility), since: since(one) })),
        past: person.responsibilities
          .filter(({ endsOn }) => endsOn !== null && endsOn < today)
          .map((one) => ({ grantId: one.grantId, label: called(one.responsibility), since: since(one) })),
        absences: person.absences.map((one) => ({ ...one, said: sayDays(one.startsOn, one.endsOn, today) })),
        link: person.link && { ...person.link, until: sayMoment(person.link.expiresAt, ZONE, now) },
      },
      allTypes: types,
      allResponsibilities: responsibilities,
      colleagues,
      leaders: withLeader(colleagues, person.lineManager),
    };
  });

interface Tied {
  readonly linkId: string;
  readonly personId: string;
  readonly name: string;
  readonly relation: string;
  readonly parentalResponsibility: boolean;
  readonly doNotContact: boolean;
  readonly contactOrder: number | null;
}

/** Whom one can choose as a deputy: adults who work here, by name. */
async function colleaguesOf({ locals }: Pick<RequestEvent, 'locals'>, except: string) {
  const lists = await Promise.all((['staff', 'governor'] as const).map((type) => locals.api.people.list({ type })));
  const all = new Map(lists.flatMap(({ people }) => people).map(({ id, name }) => [id, name]));
  all.delete(except);
  return [...all].map(([value, label]) => ({ value, label }));
}

/** Whoever leads somebody now stays a choice, also where the list of colleagues ends before them. */
const withLeader = (
  colleagues: readonly { value: string; label: string }[],
  now: { id: string; name: string } | null,
) =>
  now === null || colleagues.some(({ value }) => value === now.id)
    ? colleagues
    : [{ value: now.id, label: now.name }, ...colleagues];

const here = (event: RequestEvent) => `/people/${event.params.id}`;
const optional = (name: string, value: unknown) =>
  value === undefined || value === '' ? {} : { [name]: String(value) };

export const actions: Actions = {
  change: (event) =>
    done(event, async (input) => {
      await event.locals.api.people.change({ ...input, personId: event.params.id } as never);
      backTo(here(event), 'saved');
    }),
  types: (event) =>
    done(event, async ({ types = [] }) => {
      await event.locals.api.people.setTypes({ personId: event.params.id, types: types as never });
      backTo(here(event), 'saved');
    }),
  carer: (event) =>
    done(event, async ({ linkId, relation, parentalResponsibility, doNotContact, contactOrder, isOver }) => {
      await event.locals.api.people.changeCarer({
        linkId: String(linkId),
        relation: relation as never,
        parentalResponsibility: parentalResponsibility === true,
        doNotContact: doNotContact === true,
        contactOrder: contactOrder === undefined || contactOrder === '' ? null : Number(contactOrder),
        ...(isOver === true ? { isOver } : {}),
      });
      backTo(here(event), 'saved');
    }),
  give: (event) =>
    done(event, async ({ responsibility, startsOn, endsOn, deputyId }) => {
      await event.locals.api.people.grantResponsibility({
        personId: event.params.id,
        responsibility: responsibility as never,
        ...optional('startsOn', startsOn),
        ...optional('endsOn', endsOn),
        ...optional('deputyId', deputyId),
      });
      backTo(here(event), 'given');
    }),
  deputy: (event) =>
    done(event, async ({ grantId, deputyId }) => {
      await event.locals.api.people.setDeputy({
        grantId: String(grantId),
        deputyId: deputyId ? String(deputyId) : null,
      });
      backTo(here(event), 'deputy');
    }),
  end: (event) =>
    done(event, async ({ grantId, lastDay }) => {
      await event.locals.api.people.endResponsibility({ grantId: String(grantId), ...optional('lastDay', lastDay) });
      backTo(here(event), 'ended');
    }),
  absence: (event) =>
    done(event, async ({ absences = [] }) => {
      await event.locals.api.people.setAbsence({ personId: event.params.id, absences: absences as never });
      backTo(here(event), 'absence');
    }),
  leave: (event) =>
    done(event, async ({ lastDay }) => {
      await event.locals.api.people.endPerson({ personId: event.params.id, ...optional('lastDay', lastDay) });
      backTo(here(event), 'left');
    }),
  invite: (event) =>
    done(event, async () => {
      const made = await event.locals.api.people.invite({ personId: event.params.id });
      return { link: linkOf(event, 'join', made) };
    }),
  recover: (event) =>
    done(event, async () => {
      const made = await event.locals.api.people.recover({ personId: event.params.id });
      return { link: linkOf(event, 'recover', made) };
    }),
  mailInvite: (event) =>
    done(event, async () => {
      await event.locals.api.mail.sendInvitation({ personId: event.params.id });
      backTo(here(event), 'link-mailed');
    }),
  mailRecover: (event) =>
    done(event, async () => {
      await event.locals.api.mail.sendRecovery({ personId: event.params.id });
      backTo(here(event), 'link-mailed');
    }),
  bounced: (event) =>
    done(event, async ({ answer }) => {
      const { email } = await event.locals.api.people.read({ personId: event.params.id });
      await event.locals.api.mail.reportBounce({ address: email, answer: typeof answer === 'string' ? answer : '' });
      backTo(here(event), 'mail-bounced');
    }),
  endAccess: (event) =>
    done(event, async () => {
      await event.locals.api.people.endAccess({ personId: event.params.id });
      backTo(here(event), 'access-ended');
    }),
  withdraw: (event) =>
    done(event, async () => {
      await event.locals.api.people.withdrawInvitation({ personId: event.params.id });
      backTo(here(event), 'withdrawn');
    }),
};

const linkOf = (
  event: RequestEvent,
  purpose: 'join' | 'recover',
  made: { token: string; email: string; expiresAt: string },
) => ({
  purpose,
  address: `${event.locals.gatepost.origin}/${purpose}/${made.token}`,
  email: made.email,
  until: sayMoment(made.expiresAt, ZONE, nowOf(event)),
});
