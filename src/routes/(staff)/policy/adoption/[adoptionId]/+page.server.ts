// One adoption: what it changes, who has approved and signed, and the one thing that the reader can do about it now.
import { citing } from '../../../../clause-refs.ts';
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay, sayMoment } from '#surfaces/web/say-time.ts';
import { done, isFresh, nowOf, wrong, ZONE } from '../../../../answering.ts';
import { backTo, saidIn } from '../../../said.ts';
import { sayState } from '../say-state.ts';
import { nextMonday } from './next-monday.ts';
import type { Actions, PageServerLoad } from './$types';

/** As signing asks for it, less the time that reading takes. */
const FRESH_MINUTES = 45;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [adoption, { clauses }] = await Promise.all([
      api.adoption.read({ adoptionId: event.params.adoptionId }),
      api.policy.clauseNames({}),
    ]);
    const now = nowOf(event);
    const today = dayIn(now, ZONE);
    const day = (date: string) => sayDay(date, today);
    const moment = (at: string) => sayMoment(at, ZONE, now);
    const approvals = {
      given: adoption.steps.filter(({ state }) => state === 'approved').length,
      of: adoption.steps.length,
    };
    const { actor } = event.locals;
    return {
      said: saidIn(event.url),
      mustProve: !isFresh(event, FRESH_MINUTES),
      me: actor.kind === 'person' ? actor.name : '',
      ...adoption,
      status: sayState({ ...adoption, approvals }, day),
      approvals,
      cited: citing(clauses)(adoption.clauses),
      sent: moment(adoption.sentAt),
      reviewed: adoption.reviewedOn && moment(adoption.reviewedOn),
      from: adoption.version && day(adoption.version.effectiveOn),
      steps: adoption.steps.map((step) => ({
        ...step,
        at: step.decidedAt && moment(step.decidedAt),
        meetings: step.meetings.map((meeting) => ({ ...meeting, on: day(meeting.heldOn) })),
      })),
      slots: adoption.slots.map((slot) => ({
        ...slot,
        key: `${slot.role} ${slot.candidates[0]?.personId ?? ''}`,
        at: slot.signature && moment(slot.signature.at),
      })),
      signed: adoption.slots.filter(({ signature }) => signature !== null).length,
      suggested: nextMonday(today),
    };
  });

export const actions: Actions = {
  decide: (event) =>
    done(event, async ({ answer, backNote = '', refuseNote = '', sha256 }, form) => {
      const { adoptionId } = event.params;
      if (answer !== 'approve' && answer !== 'send-back' && answer !== 'refuse')
        return wrong('decision', 'Choose one of the three answers.', Object.fromEntries(form));
      const note = answer === 'send-back' ? backNote : answer === 'refuse' ? refuseNote : '';
      await event.locals.api.adoption.decide({ adoptionId, answer, note: String(note), sha256: String(sha256) });
      return backTo(`/policy/adoption/${adoptionId}`, answer === 'approve' ? 'adoption-approved' : 'adoption-ended');
    }),
  meeting: (event) =>
    done(event, async (input) => {
      const { adoptionId } = event.params;
      const { proof: _proof, passkey: _passkey, present = [], ...meeting } = input;
      const { outcome } = await event.locals.api.adoption.recordMeeting({ ...meeting, present, adoptionId } as never);
      backTo(`/policy/adoption/${adoptionId}`, `meeting-${outcome}`);
    }),
  sign: (event) =>
    done(event, async ({ typedName = '', seen }) => {
      const { adoptionId } = event.params;
      await event.locals.api.adoption.sign({ adoptionId, typedName: String(typedName), seen: String(seen) });
      backTo(`/policy/adoption/${adoptionId}`, 'adoption-signed');
    }),
  adopt: (event) =>
    done(event, async ({ effectiveOn = '' }) => {
      const { adoptionId } = event.params;
      await event.locals.api.adoption.adopt({ adoptionId, effectiveOn: String(effectiveOn) });
      backTo(`/policy/adoption/${adoptionId}`, 'policy-adopted');
    }),
  withdraw: (event) =>
    done(event, async ({ reason = '' }) => {
      const { adoptionId } = event.params;
      await event.locals.api.adoption.withdraw({ adoptionId, reason: String(reason) });
      backTo(`/policy/adoption/${adoptionId}`, 'adoption-withdrawn');
    }),
};
