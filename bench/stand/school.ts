// What benchmarks stand on: a whole Gatepost on a database of its own, thrown away afterwards, with one school in it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '#db/embedded/start.ts';
import { migrate } from '#db/migrate.ts';
import type { Address } from '#db/pool.ts';
import { operator, type PersonActor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { openMasterKeys } from '#kernel/master-key.ts';
import { compose, type App } from '#main/compose.ts';
import { confirmRules } from '#main/demo/confirm-rules.ts';

export interface Stand {
  readonly app: App;
  readonly schoolId: string;
  /** A teacher who may write for the noticeboard, and the cookie of their session. */
  readonly teacher: PersonActor;
  readonly cookie: string;
  readonly noticeboardId: string;
  readonly dataDir: string;
  readonly address: Address;
  close(): Promise<void>;
  /** Closes everything and leaves the data folder for processes that go on with it. */
  leave(): Promise<void>;
}

const PASSWORD = 'a-long-walk-by-the-millrace-42';
const silent = { info() {}, warn() {}, error: (message: string) => process.stderr.write(`${message}\n`) };

/** @param connections of the pool of actions */
export async function openStand(connections = 8): Promise<Stand> {
  const dataDir = await mkdtemp(join(tmpdir(), 'gatepost-bench-'));
  const embedded = await startEmbedded({ dataDir, log: silent, reserveBytes: 0 });
  await migrate(embedded.ownerConnection);
  const app = await compose({
    address: embedded.ownerConnection,
    dataDir,
    keyring: await openMasterKeys(join(dataDir, 'keys'), { create: true }),
    origin: 'http://localhost:3000',
    log: silent,
    uploadLimit: 25 * 1024 * 1024,
    connections,
  });
  const schoolId = newId(app.clock.now());
  const as = app.as(operator(schoolId));
  const you = { firstName: 'Ngozi', lastName: 'Okafor', email: 'head@millrace.example', jobTitle: 'Headteacher' };
  const school = {
    name: 'Millrace Primary School',
    shortName: 'Millrace',
    phase: 'primary',
    division: 'england-and-wales',
  } as const;
  const { personId: headId } = await as.policy.setUp({
    school,
    model: 'tpat',
    you: { ...you, responsibilities: ['headteacher'] },
  });
  const teacherEmail = 'priya@millrace.example';
  const { personId } = await as.people.add({
    firstName: 'Priya',
    lastName: 'Raman',
    email: teacherEmail,
    jobTitle: 'Year 4 teacher',
    types: ['staff'],
  });
  const head = app.as((await signedIn(app, schoolId, headId, you.email)).actor);
  await head.accounts.fillCatalogue({});
  const { platforms } = await head.accounts.listPlatforms({});
  const board = platforms.find((platform) => platform.connector === 'noticeboard')!;
  const { accountId } = await head.accounts.register({
    platformId: board.id,
    name: 'Noticeboard',
    purpose: 'News for families',
    audience: 'Families',
    reach: 'public',
    interaction: 'closed',
    openedOn: '2026-09-01',
    runners: [headId],
    authors: [personId],
  });
  const { actor, cookie } = await signedIn(app, schoolId, personId, teacherEmail);
  const { rows } = await app.database.owner.query<{ id: string; day: string }>(
    'select id, effective_on::text as day from policy_version where school_id = $1',
    [schoolId],
  );
  await head.acknowledgement.recordPaper({ versionId: rows[0]!.id, personIds: [personId], signedOn: rows[0]!.day });
  await confirmRules(app.as(actor).accounts);
  const leave = async () => {
    await app.close();
    await embedded.stop();
  };
  return {
    app,
    schoolId,
    teacher: actor,
    cookie,
    noticeboardId: accountId,
    dataDir,
    address: embedded.ownerConnection,
    leave,
    async close() {
      await leave();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

async function signedIn(
  app: App,
  schoolId: string,
  personId: string,
  email: string,
): Promise<{ actor: PersonActor; cookie: string }> {
  const made = await app.signIn.createLogin({ email, password: PASSWORD, name: email });
  if (made.kind !== 'created') throw new Error(`No login: ${made.kind}`);
  await app.database.owner.query('update person set login_id = $1 where school_id = $2 and id = $3', [
    made.loginId,
    schoolId,
    personId,
  ]);
  const session = await app.signIn.signIn({
    email,
    password: PASSWORD,
    cookieHeader: null,
    ip: '127.0.0.1',
    userAgent: 'bench',
  });
  if (session.kind !== 'session') throw new Error(`No session: ${session.kind}`);
  const cookie = session.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  const { actor } = await app.identify.bySession(cookie, schoolId);
  if (actor.kind !== 'person') throw new Error('Nobody is signed in.');
  return { actor, cookie };
}

/** Saved drafts that nothing keeps from being sent. */
export async function savedPosts(
  { app, teacher, noticeboardId }: Stand,
  count: number,
): Promise<{ postId: string; versionId: string }[]> {
  const as = app.as(teacher);
  const made: { postId: string; versionId: string }[] = [];
  for (let i = 0; i < count; i += 1) {
    const { postId, versionId } = await as.posts.open({});
    await app.database.owner.query(
      `with v as (update post_version set words = $3, category = 'celebration', details = '{"achievement": "Eleven larvae"}', statements = '{"searchable": true}', revision = 2
                   where school_id = $1 and id = $2)
       insert into post_variant (school_id, version_id, account_id, words) values ($1, $2, $4, null)`,
      [
        teacher.scopeId,
        versionId,
        `Kingfisher class counted ${i} caddisfly larvae in the stream on Thursday. The water is clean.`,
        noticeboardId,
      ],
    );
    made.push({ postId, versionId });
  }
  // As autovacuum does within a minute.
  await app.database.owner.query('vacuum analyze');
  return made;
}
