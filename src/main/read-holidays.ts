// Gives every school of this installation a newer list of bank holidays.
import { operator } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { openGround } from './ground.ts';
import { logFor } from './start.ts';

export async function readHolidays(config: Config, text: string): Promise<{ schools: number; knownUntil: string }> {
  const log = logFor(config);
  const ground = await openGround(config, log);
  const app = await compose({
    ...ground,
    dataDir: config.dataDir,
    origin: config.origin,
    log,
    uploadLimit: config.uploadLimit,
  });
  try {
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
  } finally {
    await app.close();
    await ground.close();
  }
}
