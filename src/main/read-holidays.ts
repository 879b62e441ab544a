// Gives every school of this installation a newer list of bank holidays.
import { operator } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import type { Config } from './config.ts';
import { withApp } from './on-this-machine.ts';

export async function readHolidays(config: Config, text: string): Promise<{ schools: number; knownUntil: string }> {
  return withApp(config, async (app) => {
    const { rows } = await app.database.owner.query<{ id: string }>('select id from school order by id');
    let knownUntil: string | null = null;
    for (const { id } of rows) ({ knownUntil } = await app.as(operator(id)).schools.setBankHolidays({ text }));
    if (knownUntil === null) {
      throw fail.conflict({
        code: 'not-set-up',
        message: 'No school has been set up yet.',
        remedy: 'Start Gatepost and open the set-up link that it prints.',
      });
    }
    return { schools: rows.length, knownUntil };
  });
}
