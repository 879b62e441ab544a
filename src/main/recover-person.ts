// The way back in from the machine itself, when nobody is left who could hand out a link.
import { operator } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import type { App } from './compose.ts';
import type { Config } from './config.ts';
import { withApp } from './on-this-machine.ts';

export interface Recovery {
  readonly name: string;
  readonly school: string;
  /** Opens once. */
  readonly link: string;
  readonly purpose: 'join' | 'recover';
  readonly expiresAt: string;
}

/** @param email of somebody in the directory of a school here */
export const recoverPerson = (config: Config, email: string): Promise<Recovery> =>
  withApp(config, (app) => recoverIn(app, email));

/** A link for a new password; for somebody who has not joined, or whose access was ended, a link to join. */
export async function recoverIn(
  app: Pick<App, 'as' | 'clock' | 'database' | 'origin'>,
  email: string,
): Promise<Recovery> {
  const { rows } = await app.database.owner.query<Row>(
    `select p.school_id, s.name as school, p.id, p.first_name || ' ' || p.last_name as name, p.login_id is not null as joined
       from person p join school s on s.id = p.school_id
      where lower(p.email) = lower($1) and (p.ended_on is null or p.ended_on >= ($2::timestamptz at time zone s.zone)::date)
      order by p.login_id is null, s.created_at limit 1`,
    [email.trim(), app.clock.now().toString()],
  );
  const [found] = rows;
  if (found === undefined) {
    throw fail.notFound('person', {
      message: `Nobody in a directory here has the e-mail address ${email}.`,
      remedy: 'Give the address that stands on their entry under “People”, spelt as it is there.',
    });
  }
  const { people } = app.as(operator(found.school_id));
  const purpose = found.joined ? 'recover' : 'join';
  const made = found.joined
    ? await people.recover({ personId: found.id })
    : await people.invite({ personId: found.id });
  return {
    name: found.name,
    school: found.school,
    link: `${app.origin}/${purpose}/${made.token}`,
    purpose,
    expiresAt: made.expiresAt,
  };
}

interface Row {
  school_id: string;
  school: string;
  id: string;
  name: string;
  joined: boolean;
}
