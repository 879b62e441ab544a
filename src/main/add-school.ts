// Adds a school beside those that are there: policy, first person, noticeboard, and a link to join.
import { operator } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import { newId } from '#kernel/id.ts';
import type { Config } from './config.ts';
import { withApp } from './on-this-machine.ts';

export interface NewSchoolWishes {
  readonly name: string;
  readonly shortName?: string | undefined;
  readonly phase: string;
  readonly division: string;
  readonly policy: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

export async function addSchool(config: Config, wishes: NewSchoolWishes): Promise<{ link: string; address: string }> {
  return withApp(config, async (app) => {
    const { rows } = await app.database.owner.query<{ trust_id: string | null }>(
      'select s.trust_id from installation i join school s on s.id = i.first_school_id where i.set_up_at is not null',
    );
    if (!rows[0]) {
      throw fail.conflict({
        code: 'not-set-up',
        message: 'The first school of this installation has not been set up yet.',
        remedy: 'Start Gatepost and open the set-up link that it prints.',
      });
    }
    const as = app.as(operator(newId(app.clock.now())));
    const { name, shortName = name, phase, division, policy, firstName, lastName, email } = wishes;
    const { personId, slug } = await as.policy.setUp({
      trustId: rows[0].trust_id,
      school: { name, shortName, phase, division } as never,
      model: policy as never,
      you: { firstName, lastName, email },
    });
    await as.accounts.fillCatalogue({});
    await as.accounts.openNoticeboard({});
    const { token } = await as.people.invite({ personId });
    return { link: `${config.origin}/join/${token}`, address: `${config.origin}/schools/${slug}` };
  });
}
