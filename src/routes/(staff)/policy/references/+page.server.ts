// Linked policies, law and guidance, and what is expected to change: what there is, what is missing, and the ways to put it right.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { citing } from '../../../clause-refs.ts';
import { backTo, saidIn } from '../../said.ts';
import { KIND_LABELS } from './reference-words.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/policy/references';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [register, { clauses: names }, confirmations] = await Promise.all([
      api.references.list({}),
      api.policy.clauseNames({}),
      api.acknowledgement.countReferences({}),
    ]);
    const cite = citing(names);
    const today = dayIn(nowOf(event), ZONE);
    const day = (date: string | null) => (date === null ? null : sayDay(date, today));
    const moment = (at: string | null) => (at === null ? null : sayDay(dayIn(at, ZONE), today));
    const asked = (name: string) => (register.mayKeep ? event.url.searchParams.get(name) : null);
    const confirmedOf = (key: string) => {
      const found = confirmations.references.find((one) => one.key === key);
      return found ? { ...found, of: confirmations.asked, mineOn: day(found.mineOn) } : null;
    };
    const policies = register.policies.map((line) => ({
      ...line,
      confirmed: line.id === null ? null : confirmedOf(`policy:${line.id}`),
      checked: moment(line.checkedAt),
      reviewed: day(line.reviewOn),
      cited: cite(line.clauses),
    }));
    const guidance = register.guidance.map((entry) => ({
      ...entry,
      confirmed: confirmedOf(`guidance:${entry.key}`),
      checked: moment(entry.checkedAt),
      dated: day(entry.datedOn),
      cited: cite(entry.clauses),
    }));
    const kind = asked('enter');
    return {
      said: saidIn(event.url),
      mayKeep: register.mayKeep,
      owners: register.owners,
      policies,
      // What the policy rests on first, then what it does not; an old edition only where it is named.
      relied: guidance.filter(
        ({ isCited, key }) => isCited || guidance.some((one) => one.isCited && one.currentKey === key),
      ),
      further: guidance.filter(
        ({ isCited, key, state }) =>
          !isCited && state !== 'superseded' && !guidance.some((one) => one.isCited && one.currentKey === key),
      ),
      unknown: register.unknown.map((one) => ({ ...one, cited: cite(one.clauses) })),
      watch: register.watch.map((item) => ({ ...item, looked: moment(item.lookedAt) })),
      gapsInWords: register.gapsInWords,
      entering:
        kind !== null && Object.hasOwn(KIND_LABELS, kind)
          ? { kind, title: event.url.searchParams.get('title')?.slice(0, 200) ?? '' }
          : null,
      changing: policies.find(({ id }) => id !== null && id === asked('change')) ?? null,
      guidanceTitle: asked('guidance'),
      correcting: guidance.find(({ key }) => key === asked('correct')) ?? null,
      replacing: guidance.find(({ key }) => key === asked('replace')) ?? null,
    };
  });

export const actions: Actions = {
  enter: (event) =>
    done(event, async (input) => {
      await event.locals.api.references.addPolicy(input as never);
      backTo(HERE, 'reference-entered');
    }),
  change: (event) =>
    done(event, async (input) => {
      await event.locals.api.references.changePolicy(input as never);
      backTo(HERE, 'reference-entered');
    }),
  confirm: (event) =>
    done(event, async ({ linkedPolicyId }) => {
      await event.locals.api.references.confirmPolicy({ linkedPolicyId: String(linkedPolicyId) });
      backTo(HERE, 'reference-confirmed');
    }),
  end: (event) =>
    done(event, async ({ linkedPolicyId }) => {
      await event.locals.api.references.endPolicy({ linkedPolicyId: String(linkedPolicyId) });
      backTo(HERE, 'reference-ended');
    }),
  enterGuidance: (event) =>
    done(event, async (input) => {
      await event.locals.api.references.addGuidance(input as never);
      backTo(HERE, 'reference-entered');
    }),
  correct: (event) =>
    done(event, async (input) => {
      await event.locals.api.references.changeGuidance(input as never);
      backTo(HERE, 'reference-entered');
    }),
  replace: (event) =>
    done(event, async (input) => {
      await event.locals.api.references.replaceGuidance(input as never);
      backTo(HERE, 'reference-replaced');
    }),
  confirmGuidance: (event) =>
    done(event, async ({ key }) => {
      await event.locals.api.references.confirmGuidance({ key: String(key) });
      backTo(HERE, 'reference-confirmed');
    }),
  cite: (event) =>
    done(event, async ({ key, isCited }) => {
      await event.locals.api.references.cite({ key: String(key), isCited: isCited === true });
      backTo(HERE, 'saved');
    }),
  watch: (event) =>
    done(event, async (input) => {
      await event.locals.api.references.addWatchItem(input as never);
      backTo(HERE, 'saved');
    }),
  expected: (event) =>
    done(event, async ({ key }) => {
      await event.locals.api.references.confirmWatchItem({ key: String(key) });
      backTo(HERE, 'reference-confirmed');
    }),
  close: (event) =>
    done(event, async (input) => {
      await event.locals.api.references.closeWatchItem(input as never);
      backTo(HERE, 'saved');
    }),
};
