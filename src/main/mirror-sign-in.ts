// Sign-in keeps its own tables; what happens there is mirrored to the ledgers of the schools where the person belongs.
import type pg from 'pg';
import { systemActor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Run } from '#kernel/registry.ts';
import { noteSignIn } from '#features/people/index.ts';
import { deviceOf } from '#sign-in/device.ts';
import type { SignInEvent } from '#sign-in/port.ts';

export function mirrorSignIn(pool: pg.Pool, run: Run, clock: Clock): (event: SignInEvent) => Promise<void> {
  return async ({ kind, loginId, ip, userAgent }) => {
    if (loginId === null) return;
    const { rows } = await pool.query<{ school_id: string; person_id: string }>({
      name: 'mirror-sign-in',
      text: 'select school_id, person_id from app.persons_of_login($1, $2)',
      values: [loginId, clock.now().toString()],
    });
    const where = {
      ...(ip === undefined ? {} : { ip }),
      ...(userAgent === undefined ? {} : { device: deviceOf(userAgent).slice(0, 200) }),
    };
    for (const { school_id, person_id } of rows) {
      const noted = { personId: person_id, event: kind, ...where };
      await run(systemActor(school_id, 'sign-in'), noteSignIn as never, noted);
    }
  };
}
