// Names whoever acts for the trust on the machine itself: that is how the first of them comes to do so.
import { operator } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import type { App } from './compose.ts';
import type { Config } from './config.ts';
import { nameTrustLead, type NewTrustLead } from './name-trust-lead.ts';
import { withApp } from './on-this-machine.ts';

export const nameTrustLeadHere = (config: Config, lead: NewTrustLead): Promise<{ trust: string }> =>
  withApp(config, (app) => nameTrustLeadIn(app, lead));

export async function nameTrustLeadIn(
  app: Pick<App, 'as' | 'database' | 'signIn'>,
  lead: NewTrustLead,
): Promise<{ trust: string }> {
  const { rows } = await app.database.owner.query<{ id: string; name: string }>(
    'select t.id, t.name from installation i join trust t on t.id = i.trust_id',
  );
  const [trust] = rows;
  if (!trust) {
    throw fail.conflict({
      code: 'no-trust',
      message: 'The schools here belong to no trust.',
      remedy: 'A trust is named when the first school is set up.',
    });
  }
  await nameTrustLead(app, operator(trust.id), lead);
  return { trust: trust.name };
}
