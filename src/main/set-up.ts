// The door of a fresh installation: one link, printed in the terminal, by which the first school is set up.
// Every step may be taken twice, so that a crash in the middle is mended by going on with the same link.
import type { LinkActor } from '#kernel/actor.ts';
import { sha256 } from '#kernel/canonical.ts';
import { fail, isFailure } from '#kernel/errors.ts';
import { newId } from '#kernel/id.ts';
import { parseInput } from '#kernel/parse.ts';
import type { CookieToSet, From } from '#sign-in/port.ts';
import type { App } from './compose.ts';
import { newLinkSecret } from './links.ts';
import { ownLogin } from './own-login.ts';

type Parts = Pick<App, 'database' | 'clock' | 'origin' | 'as' | 'signIn' | 'registry'>;

export interface SetUpPlace {
  readonly installationId: string;
  readonly trustId: string;
  readonly firstSchoolId: string;
}

/** What the wizard asks for: the input of `policy.setUp`, the name of a trust if there is one, and a password. */
export interface SetUpAnswers {
  readonly trust: string;
  readonly school: Readonly<Record<string, unknown>>;
  readonly model: string;
  readonly you: Readonly<Record<string, unknown>> & {
    readonly email: string;
    readonly firstName: string;
    readonly lastName: string;
  };
  readonly password: string;
}

interface Row {
  id: string;
  trust_id: string;
  first_school_id: string;
  setup_token_sha256: string | null;
  set_up_at: string | null;
}

/**
 * Makes the installation on the first start.
 * @returns the link to print while set-up is not finished. Each start makes a new one; an older one stops working.
 */
export async function ensureInstallation({
  database,
  clock,
  origin,
}: Pick<Parts, 'database' | 'clock' | 'origin'>): Promise<{ setUpLink: string | null }> {
  const at = clock.now();
  await database.owner.query(
    `insert into installation (id, created_at, trust_id, first_school_id)
     select $1, $2, $3, $4 where not exists (select from installation)`,
    [newId(at), at.toString(), newId(at), newId(at)],
  );
  const { secret, digest } = newLinkSecret();
  const { rowCount } = await database.owner.query(
    'update installation set setup_token_sha256 = $1 where set_up_at is null',
    [digest],
  );
  return { setUpLink: rowCount === 1 ? `${origin}/set-up/${secret}` : null };
}

/** Is there a school here already? */
export async function isSetUp({ database }: Pick<Parts, 'database'>): Promise<boolean> {
  const { rows } = await database.owner.query<{ done: boolean }>(
    'select set_up_at is not null as done from installation',
  );
  return rows[0]?.done === true;
}

/** Where this link leads; null when it is not the newest, or set-up is finished. */
export async function setUpFrom({ database }: Pick<Parts, 'database'>, token: string): Promise<SetUpPlace | null> {
  const { rows } = await database.owner.query<Row>(
    'select id, trust_id, first_school_id from installation where setup_token_sha256 = $1 and set_up_at is null',
    [sha256(token)],
  );
  const row = rows[0];
  return row ? { installationId: row.id, trustId: row.trust_id, firstSchoolId: row.first_school_id } : null;
}

/** The first step on its own. @throws a failure that names every field of the school that is wrong */
export function checkSchool(
  { registry }: Pick<Parts, 'registry'>,
  answers: Pick<SetUpAnswers, 'school' | 'model'>,
): void {
  const you = { firstName: 'Somebody', lastName: 'Here', email: 'somebody@here.example' };
  parseInput(registry.actions.get('policy.setUp')!.input, { ...answers, you });
}

/** Any number, the same everywhere: of two who hold the link, the second finds what the first has made. */
const ONE_AT_A_TIME = 7_304_031;

/** Trust, login, school with its policy and first person; then the link is spent, and that person is signed in. */
export async function finishSetUp(
  app: Parts,
  token: string,
  answers: SetUpAnswers,
  from: From,
): Promise<readonly CookieToSet[]> {
  const turn = await app.database.owner.connect();
  try {
    await turn.query('select pg_advisory_lock($1)', [ONE_AT_A_TIME]);
    return await takeSteps(app, token, answers, from);
  } finally {
    turn.release(true); // the lock ends with its connection
  }
}

async function takeSteps(
  app: Parts,
  token: string,
  answers: SetUpAnswers,
  from: From,
): Promise<readonly CookieToSet[]> {
  const place = await setUpFrom(app, token);
  if (!place) throw fail.notFound('link', { remedy: 'Start Gatepost again: it prints a new link.' });
  const as = (scopeId: string) =>
    app.as({ kind: 'link', purpose: 'set-up', scopeId, linkId: place.installationId } satisfies LinkActor);
  const trustId = answers.trust.trim() === '' ? null : place.trustId;
  const input = { trustId, school: answers.school, model: answers.model, you: answers.you };
  // Checked before anything is made, so that a wrong field leaves no login behind.
  parseInput(app.registry.actions.get('policy.setUp')!.input, input);

  const { email, firstName, lastName } = answers.you;
  const words = [firstName, lastName, String(answers.school['name'] ?? ''), email];
  const loginId = await ownLogin(
    app,
    { email, password: answers.password, name: `${firstName} ${lastName}`, words },
    from,
  );
  if (trustId !== null) await as(trustId).schools.foundTrust({ name: answers.trust });
  try {
    await as(place.firstSchoolId).policy.setUp({ ...input, you: { ...answers.you, loginId } } as never);
  } catch (error) {
    const begun =
      isFailure(error) && error.code === 'already-set-up' && (await belongs(app, place.firstSchoolId, loginId));
    if (!begun) throw error;
  }
  await as(place.firstSchoolId).accounts.fillCatalogue({});
  await as(place.firstSchoolId).accounts.openNoticeboard({});
  await app.database.owner.query(
    'update installation set set_up_at = $1, setup_token_sha256 = null where id = $2 and set_up_at is null',
    [app.clock.now().toString(), place.installationId],
  );
  const signedIn = await app.signIn.signIn({ email, password: answers.password, cookieHeader: null, ...from });
  if (signedIn.kind !== 'session') throw fail.unauthenticated();
  return signedIn.cookies;
}

async function belongs({ database }: Parts, schoolId: string, loginId: string): Promise<boolean> {
  const { rowCount } = await database.owner.query('select from person where school_id = $1 and login_id = $2', [
    schoolId,
    loginId,
  ]);
  return rowCount === 1;
}
