// Who acts for the trust: those who do, one more, one less.
import { redirect } from '@sveltejs/kit';
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import { backTo, saidIn } from '../../../(staff)/said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { locals, url } = event;
    const today = dayIn(nowOf(event), ZONE);
    const { leads } = await locals.api.schools.listTrustLeads({});
    return {
      said: saidIn(url),
      leads: leads.map(({ id, name, jobTitle, since }) => ({
        id,
        name,
        jobTitle,
        since: sayDay(dayIn(since, ZONE), today),
        isMe: isMe(event, id),
      })),
    };
  });

export const actions: Actions = {
  name: (event) =>
    done(event, async ({ email, name, jobTitle }) => {
      const text = (value: unknown) => (typeof value === 'string' ? value : '');
      await event.locals.gatepost.nameTrustLead(event.locals.actor, {
        email: text(email),
        name: text(name),
        jobTitle: text(jobTitle),
      });
      backTo('/trust/leads', 'trust-lead-named');
    }),
  end: (event) =>
    done(event, async ({ leadId }) => {
      await event.locals.api.schools.endTrustLead({ leadId: String(leadId) });
      if (isMe(event, leadId)) redirect(303, '/today');
      backTo('/trust/leads', 'trust-lead-ended');
    }),
};

const isMe = ({ locals: { actor } }: { readonly locals: App.Locals }, leadId: unknown): boolean =>
  actor.kind === 'person' && actor.personId === leadId;
