// Configuration → the whole application, to be read from top to bottom. What opens here closes here.
import { join } from 'node:path';
import { createCalendarFetcher } from '#connectors/calendar-address/calendar-fetcher.ts';
import { openFolderFileStore } from '#connectors/file-store/folder-file-store.ts';
import { receiveUploadsInto } from '#connectors/file-store/receive-upload.ts';
import { createImageCleaner } from '#connectors/image-cleaner/image-cleaner.ts';
import { createNoticeboard } from '#connectors/noticeboard/noticeboard.ts';
import { createSmtp } from '#connectors/smtp/smtp.ts';
import { countCalls } from '#db/call-count.ts';
import { openDatabase, type Database } from '#db/open.ts';
import { openPlainPool, type Address } from '#db/pool.ts';
import { features, type Features } from '#features/index.ts';
import { policyPort } from '#features/policy/index.ts';
import type { Actor } from '#kernel/actor.ts';
import { systemClock, type Clock } from '#kernel/clock.ts';
import type { Keyring } from '#kernel/keyring.ts';
import { callable, createRegistry, type Api, type Registry, type Run } from '#kernel/registry.ts';
import { createRun } from '#kernel/run.ts';
import type { Secret } from '#kernel/secret.ts';
import { SIGN_IN_CONNECTION, type SignIn } from '#sign-in/port.ts';
import { createSignIn } from '#sign-in/sign-in.ts';
import { createBackupMaker } from './backup/apart.ts';
import { createAskRecovery } from './ask-recovery.ts';
import { keepHead } from './heads.ts';
import { createDoors, type Doors } from './doors.ts';
import { createIdentifier, type Identifier } from './identify.ts';
import type { Log } from './log.ts';
import { makingRoom } from './make-room.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { mirrorSignIn } from './mirror-sign-in.ts';
import { nameTrustLead, type NewTrustLead } from './name-trust-lead.ts';
import { createOwnSessions, type OwnSessions } from './own-sessions.ts';
import { createPapers, type Papers } from './papers.ts';
import { createPictures, type Pictures } from './pictures.ts';
import type { Ports } from './ports.ts';
import { createPublicSchools, type PublicSchools } from './public-school.ts';
import { createSignInLinks, type SignInLinks } from './demo/sign-in-links.ts';
import { words, type Words } from './words.ts';
import { sweepHourly } from './sweep.ts';
import { VERSION } from './version.ts';
import { startWorker, type Worker } from './worker.ts';

export interface App {
  readonly registry: Registry;
  readonly run: Run;
  /** The typed door to every action: `app.as(actor).posts.submit({ … })`. */
  readonly as: (actor: Actor) => Api<Features>;
  readonly clock: Clock;
  readonly log: Log;
  readonly origin: string;
  readonly uploadLimit: number;
  readonly database: Database;
  readonly signIn: SignIn;
  readonly identify: Identifier;
  readonly ports: Ports;
  /** For people who are not yet signed in: set up, join, recover. */
  readonly doors: Doors;
  /** Where somebody is signed in. */
  readonly ownSessions: OwnSessions;
  /** What anybody may see of a school. */
  readonly publicSchools: PublicSchools;
  /** Pictures in, and out to whoever may read them. */
  readonly pictures: Pictures;
  /** Lets whoever signs in by this address act for the actor’s trust. */
  nameTrustLead(actor: Actor, lead: NewTrustLead): Promise<void>;
  /** Sheets with signatures on paper. */
  readonly papers: Papers;
  /** What pages call the things of closed lists. */
  readonly words: Words;
  /** Null where nobody is to read them. */
  readonly metrics: Metrics | null;
  /** Links that let anybody in as somebody invented; null everywhere but in the demo. */
  readonly demo: SignInLinks | null;
  /** Starts the jobs in this process. */
  work(): Promise<void>;
  close(): Promise<void>;
}

export interface ComposeOptions {
  readonly address: Address;
  /** Absolute path of the data folder, for files and for the last heads of the ledger. */
  readonly dataDir: string;
  readonly keyring: Keyring;
  readonly origin: string;
  readonly log: Log;
  readonly uploadLimit: number;
  /** The built-in database, which keeps some space for the day when the disk is full. */
  readonly embedded?: { makeRoom(): boolean } | null;
  readonly clock?: Clock;
  readonly connections?: number;
  /** Measures requests, jobs and queues for /metrics. */
  readonly measured?: boolean;
  /** Of a demo: what the passwords of its invented people are made from. */
  readonly demoSecret?: Secret;
}

export async function compose(options: ComposeOptions): Promise<App> {
  const { address, dataDir, keyring, log, origin } = options;
  const clock = options.clock ?? systemClock;
  const onError = (error: unknown) => log.error('The database connection had trouble.', { error });

  const registry = createRegistry(features);
  const database = await openDatabase({
    address,
    keyring,
    clock,
    onError,
    onHead: keepHead(dataDir, log),
    ...(options.connections === undefined ? {} : { connections: options.connections }),
  });
  const pipeline = createRun({
    clock,
    subscribers: registry.subscribers,
    controls: registry.controls,
    actions: registry.actions,
    keyring,
    begin: database.begin,
    policyFor: await policyPort(),
    sealNow: database.sealer.sealNow,
    unsealed: database.sealer.wake,
    tally: countCalls(database.owner),
  });
  const run = makingRoom(pipeline, () => options.embedded?.makeRoom() ?? false);
  const as = callable(features, run);

  const signInPool = openPlainPool(address, SIGN_IN_CONNECTION.options, 4, onError);
  const signIn = await createSignIn({
    pool: signInPool,
    keyring,
    origin,
    clock,
    onEvent: mirrorSignIn(database.app, run, clock),
    report: (message) => log.warn(message),
  });

  const pictures = createImageCleaner({ bytes: options.uploadLimit });
  const ports: Ports = {
    files: await openFolderFileStore({ folder: join(dataDir, 'files'), keys: keyring, now: clock.now() }),
    receive: receiveUploadsInto(join(dataDir, 'incoming')),
    pictures,
    publishers: { noticeboard: createNoticeboard(as) },
    calendars: createCalendarFetcher(),
    mail: createSmtp({ keyring }),
    backups: createBackupMaker({ address, dataDir, clock, log }),
    origin,
  };

  const { app: appPool, owner, jobs } = database;
  const pools = { actions: appPool, owner, jobs, 'sign-in': signInPool };
  const metrics = options.measured ? createMetrics({ owner, pools, clock, dataDir, version: VERSION }) : null;

  const recovery = createAskRecovery({ database, run, clock, log });

  let worker: Worker | undefined;
  let stopSweeping: (() => void) | undefined;
  return {
    registry,
    run,
    as,
    clock,
    log,
    origin,
    uploadLimit: options.uploadLimit,
    database,
    signIn,
    identify: createIdentifier(database.app, signIn, clock),
    ports,
    ownSessions: createOwnSessions({ signIn, as }),
    publicSchools: createPublicSchools({ database, as, ports, origin }),
    pictures: createPictures({ as, ports, uploadLimit: options.uploadLimit }),
    nameTrustLead: (actor, lead) => nameTrustLead({ as, signIn }, actor, lead),
    papers: createPapers({ as, ports, uploadLimit: options.uploadLimit }),
    doors: createDoors({ database, clock, origin, as, signIn, registry }, recovery),
    words,
    metrics,
    demo: options.demoSecret === undefined ? null : createSignInLinks(signIn, options.demoSecret),
    async work() {
      worker = await startWorker({
        pool: database.jobs,
        registry,
        run,
        clock,
        log,
        ports,
        ...(metrics && { ran: metrics.ran }),
      });
      stopSweeping = sweepHourly({ owner: database.owner, signIn, clock, log });
    },
    async close() {
      stopSweeping?.();
      await worker?.close();
      await pictures[Symbol.asyncDispose]();
      await recovery.idle();
      await signIn.idle();
      await signInPool.end();
      await database.close();
    },
  };
}
