// Lets somebody who signs in here act for the trust: the first of them is named on the machine itself.
import { operator } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import type { App } from './compose.ts';
import type { Config } from './config.ts';
import { withApp } from './on-this-machine.ts';

export interface NewTrustLead {
  /** With which they sign in. */
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
}

export const nameTrustLead = (config: Config, lead: NewTrustLead): Promise<{ trust: string }> =>
  withApp(config, (app) => nameTrustLeadIn(app, lead));

export async function nameTrustLeadIn(
  app: Pick<App, 'as' | 'database' | 'signIn'>,
  { email, name, jobTitle }: NewTrustLead,
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
  const loginId = await app.signIn.providers.loginWithEmail(email.trim());
  if (loginId === null) {
    throw fail.notFound('login', {
      message: `Nobody signs in here as ${email}.`,
      remedy: 'Let one of the trust’s schools invite them first; they keep that password.',
    });
  }
  await app.as(operator(trust.id)).schools.nameTrustLead({ loginId, name, jobTitle });
  return { trust: trust.name };
}
