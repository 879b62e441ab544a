// All features with real connectors, real files and a real worker, in a database of their own; and a school ready to post.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { openFolderFileStore } from '#connectors/file-store/folder-file-store.ts';
import { receiveUploadsInto } from '#connectors/file-store/receive-upload.ts';
import { createImageCleaner } from '#connectors/image-cleaner/image-cleaner.ts';
import { createNoticeboard } from '#connectors/noticeboard/noticeboard.ts';
import { createSmtp } from '#connectors/smtp/smtp.ts';
import { ledgerSteps, rowsAtOdds } from '#db/ledger-rows.ts';
import { publicSigningKeys } from '#db/signing-key.ts';
import { accounts } from '#features/accounts/index.ts';
import { acknowledgement } from '#features/acknowledgement/index.ts';
import { checks } from '#features/checks/index.ts';
import { decisions } from '#features/decisions/index.ts';
import { duties } from '#features/duties/index.ts';
import { evidence } from '#features/evidence/index.ts';
import { mail } from '#features/mail/index.ts';
import { receivePicture } from '#features/media/doors.ts';
import { guidance } from '#features/guidance/index.ts';
import { media } from '#features/media/index.ts';
import type { ModelPolicyName } from '#features/policy/index.ts';
import { posts } from '#features/posts/index.ts';
import type { Publisher } from '#features/posts/ports.ts';
import type { contentSchema } from '#features/posts/content.ts';
import { questions } from '#features/questions/index.ts';
import { references } from '#features/references/index.ts';
import { signatures } from '#features/signatures/index.ts';
import { training } from '#features/training/index.ts';
import { startingModules } from '#features/training/starting/modules.ts';
import type { AnyAction } from '#kernel/action.ts';
import { operator, systemActor, visitor, type Actor, type PersonActor } from '#kernel/actor.ts';
import { isFailure, type Failure } from '#kernel/errors.ts';
import { keyringOf } from '#kernel/keyring.ts';
import { Secret } from '#kernel/secret.ts';
import { createVerifier, type LedgerVerdict } from '#kernel/verify.ts';
import { confirmRules } from '#main/demo/confirm-rules.ts';
import { startWorker, type Worker } from '#main/worker.ts';
import { createRest } from '#surfaces/rest/rest.ts';
import type { z } from 'zod';
import { openTestApp, type TestPerson, type TestSchool } from './school.ts';

const MORE = [
  mail,
  decisions,
  references,
  signatures,
  acknowledgement,
  training,
  questions,
  guidance,
  accounts,
  media,
  checks,
  posts,
  evidence,
  duties,
] as const;

/** Far enough ahead that the job runner's own clock never gets there: jobs wait until a test lets them run. A Friday in term. */
export const FRIDAY = '2036-11-21T09:00:00Z';

/** What a test writes of a draft; the rest is as if left empty. */
export type Wanted = Partial<z.input<typeof contentSchema>>;

export interface LedgerEntry {
  readonly id: string;
  readonly action: string;
  readonly actor: Readonly<Record<string, string>>;
  readonly outcome: string;
  readonly about: Readonly<Record<string, unknown>>;
  readonly clauses: readonly string[];
  readonly code?: string;
}

export async function openWholeApp() {
  const app = await openTestApp(MORE);
  app.clock.set(FRIDAY);
  const folder = await mkdtemp(join(tmpdir(), 'gatepost-whole-'));
  const pictures = createImageCleaner();
  const ports = {
    receive: receiveUploadsInto(join(folder, 'incoming')),
    pictures,
    files: await openFolderFileStore({
      folder: join(folder, 'files'),
      keys: keyringOf([new Secret(new Uint8Array(randomBytes(32)))]),
      now: app.clock.now(),
    }),
    publishers: { noticeboard: createNoticeboard(app.as) } as Record<string, Publisher>,
    mail: createSmtp({ keyring: app.keyring }),
    origin: 'http://localhost',
  };
  let worker: Worker | undefined;

  /** Runs every job that is due by the test's clock, those that failed before included, until none is left. */
  async function work(): Promise<void> {
    worker ??= await startWorker({
      pool: app.database.jobs,
      registry: app.registry,
      run: app.run,
      clock: app.clock,
      log: { info() {}, warn() {}, error() {} },
      ports,
    });
    for (let quiet = 0; quiet < 2;) {
      const due = await app.rows<{ id: string }>(
        `update graphile_worker._private_jobs set run_at = now() - interval '1 second'
          where locked_at is null and attempts < max_attempts and run_at > now() and run_at <= $1 returning id`,
        [app.clock.now().toString()],
      );
      if (due.length > 0) await app.rows(`select pg_notify('jobs:insert', '{"r":1,"count":${due.length}}')`);
      const [left] = await app.rows<{ n: number }>(
        `select count(*)::int as n from graphile_worker._private_jobs
          where attempts < max_attempts and (run_at <= now() or locked_at is not null)`,
      );
      quiet = left!.n === 0 && due.length === 0 ? quiet + 1 : 0;
      await pause(20);
    }
  }

  /** One request to the REST surface, as this actor. */
  async function rest(
    actor: Actor,
    method: string,
    path: string,
    body: object = {},
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const answer = createRest({
      registry: app.registry,
      run: app.run,
      identify: async () => actor,
      origin: 'http://localhost',
      log: { error() {} },
    });
    const server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    try {
      const { port } = server.address() as { port: number };
      const response = await fetch(`http://127.0.0.1:${port}/api${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    } finally {
      server.close();
    }
  }

  return {
    ...app,
    ports,
    work,
    rest,
    ready: (model: ModelPolicyName, more: ReadyOptions = {}) => makeReady({ app, ports }, model, more),
    /** What happened in a school, oldest first. */
    async ledger(schoolId: string): Promise<LedgerEntry[]> {
      const rows = await app.rows<{ body: string }>(
        'select body from entry where scope_id = $1 order by xmin::text::bigint',
        [schoolId],
      );
      return rows.map(({ body }) => JSON.parse(body) as LedgerEntry);
    },
    /** As `gatepost ledger verify` does it: seals, entries, columns and details. */
    async verified(schoolId: string): Promise<LedgerVerdict> {
      await app.database.sealer.sealNow(schoolId);
      const verifier = createVerifier(await publicSigningKeys(app.database.owner), schoolId);
      for await (const step of ledgerSteps(app.database.owner, schoolId)) {
        if (step.kind === 'entry') verifier.entry(step.body);
        else verifier.seal(step.seal);
      }
      const verdict = await verifier.finish();
      const odd = [];
      for await (const { id, words } of rowsAtOdds(app.database.owner, schoolId))
        odd.push({ what: 'changed' as const, row: id, words });
      const problems = [...verdict.problems, ...odd];
      return { ...verdict, problems, holds: problems.length === 0 };
    },
    async close(): Promise<void> {
      await worker?.close();
      await app.drop();
      await pictures[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type WholeApp = Awaited<ReturnType<typeof openWholeApp>>;

interface ReadyOptions {
  /** Lines of a class list below `First name,Last name,Year,Class`. */
  readonly pupils?: readonly string[];
  readonly name?: string;
}

type Opened = {
  app: Awaited<ReturnType<typeof openTestApp<typeof MORE>>>;
  ports: Parameters<typeof receivePicture>[0]['ports'];
};

/**
 * A school with a head, a deputy, a member of the leadership team, a chair, two authors and a noticeboard that one of them
 * runs; all but the chair have signed the policy and been taught, so that they may write.
 */
async function makeReady(
  { app, ports }: Opened,
  model: ModelPolicyName,
  { pupils, name = 'Millrace Primary School' }: ReadyOptions,
) {
  const school = await app.school(name, model);
  const operating = app.as(operator(school.id));
  await operating.accounts.fillCatalogue({});
  const { platforms } = await operating.accounts.listPlatforms({});
  const person = (wanted: TestPerson & { readonly jobTitle?: string }) => withTitle(app, school, wanted);
  const head = await person({ name: 'Ngozi Okafor', jobTitle: 'Headteacher', responsibilities: ['headteacher'] });
  const deputy = await person({
    name: 'Dee Sharma',
    jobTitle: 'Deputy headteacher',
    responsibilities: ['deputy-headteacher'],
  });
  const leader = await person({ name: 'Sam Whitlock', jobTitle: 'Head of Key Stage 2', responsibilities: ['slt'] });
  const chair = await person({ name: 'Chris Amari', types: ['governor'], responsibilities: ['chair-of-governors'] });
  const admin = await person({ name: 'Tom Ashworth', jobTitle: 'School office', responsibilities: ['administrator'] });
  const author = await person({ name: 'Priya Raman', jobTitle: 'Year 4 teacher' });
  const colleague = await person({ name: 'Owen Pugh', jobTitle: 'Year 5 teacher' });
  const runner = await person({ name: 'Rosa Lindqvist', jobTitle: 'Communications' });

  /** Registers an account through the actions and authorises people for it. */
  async function account(
    key = 'noticeboard',
    more: {
      name?: string;
      reach?: 'public' | 'known-members';
      authors?: readonly PersonActor[];
      runners?: readonly PersonActor[];
      address?: string;
    } = {},
  ): Promise<string> {
    const { accountId } = await app.as(admin).accounts.register({
      platformId: platforms.find((one) => one.key === key)!.id,
      name: more.name ?? `Millrace on ${key}`,
      purpose: 'News for families',
      audience: 'Families',
      reach: more.reach ?? 'public',
      interaction: 'closed',
      openedOn: '2030-03-03',
      address: more.address ?? '',
    });
    const authoriser = app.as(await school.again(head));
    for (const one of more.authors ?? [author, colleague]) {
      await authoriser.accounts.grantAuthority({ accountId, personId: one.personId, scope: 'draft' });
    }
    for (const one of more.runners ?? [runner]) {
      await authoriser.accounts.grantAuthority({ accountId, personId: one.personId, scope: 'run' });
    }
    if (ASKS_FOR_RULES.includes(model)) {
      for (const one of [...(more.authors ?? [author, colleague]), ...(more.runners ?? [runner])])
        await confirmRules(app.as(one).accounts);
    }
    return accountId;
  }

  /** Signed on paper and taught at a session, as a school does for many at once: they may write as soon as they are authorised. */
  async function readyRunner(...people: readonly PersonActor[]): Promise<void> {
    const personIds = people.map(({ personId }) => personId);
    const [version] = await app.rows<{ id: string }>(
      'select id from policy_version where school_id = $1 order by effective_on desc, n desc limit 1',
      [school.id],
    );
    const today = app.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().toString();
    const office = app.as(await school.again(school.first));
    await office.acknowledgement.recordPaper({ versionId: version!.id, personIds, signedOn: today });
    await office.training.recordSession({
      title: 'INSET day',
      heldOn: today,
      ledBy: 'Ngozi Okafor',
      moduleIds: TAUGHT,
      attended: personIds,
    });
  }

  if (pupils) {
    const csv = ['First name,Last name,Year,Class', ...pupils].join('\n');
    await operating.people.importPupils({ text: csv, covers: 'whole-roll' });
  }
  await readyRunner(head, deputy, leader, admin, author, colleague, runner);
  const board = await account();

  /** Fills in whatever the model policies ask of a plain announcement; tests change what they are about. */
  const content = (wanted: Wanted = {}): Wanted => ({
    words: 'Our harvest assembly is on Friday. Families are welcome.',
    accounts: [{ accountId: board }],
    category: KIND[model],
    objective: 'News for families',
    details: { eventDate: '2036-11-28' },
    ...wanted,
    statements: {
      searchable: true,
      schoolDevice: true,
      travels: 'By other families, who may pass it on.',
      ...wanted.statements,
    },
  });

  /** Opened and saved, not yet sent. */
  async function draft(by: PersonActor = author, wanted: Wanted = {}) {
    const { postId, revision } = await app.as(by).posts.open({});
    const saved = await app.as(by).posts.save({ postId, revision, ...content(wanted) });
    return { postId, saved };
  }

  /** Sent, and waiting or approved as the policy has it. */
  async function sent(by: PersonActor = author, wanted: Wanted = {}) {
    const { postId } = await draft(by, wanted);
    const answer = await app.as(by).posts.submit({ postId });
    if (answer.hash === null)
      throw new Error(
        `It was stopped: ${JSON.stringify(answer.check.findings)} ${JSON.stringify(answer.check.obstacles)}`,
      );
    return { postId, hash: answer.hash, answer };
  }

  /** Reads it as a decider does and says yes to every point of the list. */
  async function approve(by: PersonActor, postId: string, hash?: string) {
    const api = app.as(by).posts;
    const seen = await api.read({ postId });
    return api.approve({
      postId,
      hash: hash ?? seen.decision!.hash,
      checklist: Object.fromEntries(seen.checklist.map(({ id }) => [id, 'yes' as const])),
      noChild: seen.pictures.map(({ mediaId }) => mediaId),
    });
  }

  /** Sent by its author, approved by whoever is asked first. */
  async function approved(by: PersonActor = author, wanted: Wanted = {}, decider: PersonActor = runner) {
    const post = await sent(by, wanted);
    if (post.answer.outcome === 'waiting') await approve(decider, post.postId);
    return post;
  }

  /** Brings a picture of one colour through the real door. */
  async function picture(by: PersonActor = author, colour = '#3a6b35'): Promise<string> {
    const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: colour } })
      .jpeg()
      .toBuffer();
    const body = new Blob([new Uint8Array(bytes)]).stream() as never;
    return receivePicture({ ports, as: app.as, limitBytes: 5_000_000 } as never, by, {
      body,
      originalName: 'yard.jpg',
      announcedBytes: bytes.length,
    });
  }

  return {
    school, head, deputy, leader, chair, admin, author, colleague, runner,
    platforms, board, person, account, readyRunner, content, draft, sent, approve, approved, picture,
    operating,
    visitor: app.as(visitor(school.id)),
    state: async (postId: string) =>
      (await app.rows<{ state: string }>('select state from post where school_id = $1 and id = $2', [school.id, postId]))[0]!.state,
    notices: async () => (await app.as(visitor(school.id)).posts.readNoticeboard({})).notices,
    /** As if the clock had struck: what `posts.watch` does every minute. */
    tick: () => tick(app, school.id),
    system: app.as({ kind: 'system', scopeId: school.id, job: 'posts.publish' }),
  }; // prettier-ignore
}
export type Ready = Awaited<ReturnType<WholeApp['ready']>>;

/** What comes before writing for an account, wherever it is. */
const TAUGHT = [...startingModules.keys()].filter((id) => /^(policy|runner-role|platform-.*)$/.test(id));

/** Policies by which the rules of an account are confirmed before it is used. */
const ASKS_FOR_RULES: readonly ModelPolicyName[] = ['tpat', 'st-nicholas'];

/** A kind of post that each model policy has and that asks for nothing but, at most, the day of an event. */
const KIND: Readonly<Record<ModelPolicyName, string>> = {
  'grappenhall-heys': 'announcement',
  'st-nicholas': 'engagement',
  'st-josephs': 'announcement',
  tpat: 'event',
  'the-grange': 'announcement',
  starter: 'announcement',
};

async function tick(app: Opened['app'], schoolId: string): Promise<void> {
  const as = systemActor(schoolId, 'posts.watch');
  const act = (action: AnyAction, input: unknown) => app.run(as, action, input);
  const watch = app.registry.jobs.get('posts.watch')!;
  await watch.run(
    { scopeId: schoolId, clock: app.clock, ports: {}, signal: AbortSignal.timeout(30_000), act } as never,
    {} as never,
  );
}

async function withTitle(
  app: Opened['app'],
  school: TestSchool,
  { jobTitle, ...wanted }: TestPerson & { readonly jobTitle?: string },
): Promise<PersonActor> {
  const person = await school.person(wanted);
  if (jobTitle !== undefined)
    await app.rows('update person set job_title = $3 where school_id = $1 and id = $2', [
      school.id,
      person.personId,
      jobTitle,
    ]);
  return person;
}

/** What was thrown, as a failure of the closed list. @throws when nothing was, or something else */
export async function failureOf(doing: Promise<unknown>): Promise<Failure> {
  try {
    await doing;
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
  throw new Error('It was allowed.');
}
