// Where a login is somebody: whoever may hand it out, or come by it, is judged by all of them together.
import type { App } from './compose.ts';

/** The schools where a login is somebody today, and the trusts that it acts for. */
export async function placesOf(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  loginId: string,
): Promise<readonly string[]> {
  const { rows } = await database.app.query<{ id: string }>({
    name: 'places-of-login',
    text: `select school_id as id from app.persons_of_login($1, $2) union all select trust_id from app.trusts_of_login($1)`,
    values: [loginId, clock.now().toString()],
  });
  return rows.map(({ id }) => id);
}
