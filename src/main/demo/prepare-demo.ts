// Before the demo serves anything: fills a fresh data folder, knows its own again, and touches nothing else.
import { randomBytes } from 'node:crypto';
import { movableClock, systemClock } from '#kernel/clock.ts';
import { fail } from '#kernel/errors.ts';
import { Secret } from '#kernel/secret.ts';
import { compose, type App } from '../compose.ts';
import type { Config } from '../config.ts';
import type { Ground } from '../ground.ts';
import type { Log } from '../log.ts';
import { ensureInstallation, isSetUp } from '../set-up.ts';
import { fillDemo, type Filling } from './fill.ts';
import { readMark, writeMark } from './mark.ts';

type Place = Pick<Config, 'dataDir' | 'origin' | 'uploadLimit'>;
type Telling = Pick<Filling, 'progress' | 'signal'> & { readonly log: Log };

/**
 * @returns what the passwords of the invented people are made from
 * @throws a failure when a real school is here, or a demo that was stopped before it was filled
 */
export async function prepareDemo(
  { dataDir, origin, uploadLimit }: Place,
  ground: Pick<Ground, 'address' | 'keyring'>,
  telling: Telling,
): Promise<{ demoSecret: Secret }> {
  const { log, progress, signal } = telling;
  const { address, keyring } = ground;
  const now = systemClock.now();
  const clock = movableClock(now.toString());
  const app = await compose({ address, keyring, dataDir, origin, uploadLimit, log, clock });
  try {
    const installationId = await installationOf(app);
    const mark = readMark(dataDir);
    if (mark?.installationId === installationId) {
      if (!mark.filled) throw unfinished(dataDir);
      return { demoSecret: new Secret(mark.secret) };
    }
    if (await isSetUp(app)) throw realSchool(dataDir);
    const secret = randomBytes(32).toString('base64url');
    writeMark(dataDir, { installationId, filled: false, secret });
    const demoSecret = new Secret(secret);
    await fillDemo({ app, clock, progress, signal, secret: demoSecret }, now);
    writeMark(dataDir, { installationId, filled: true, secret });
    return { demoSecret };
  } finally {
    await app.close();
  }
}

async function installationOf(app: App): Promise<string> {
  await ensureInstallation(app);
  const { rows } = await app.database.owner.query<{ id: string }>('select id from installation');
  return rows[0]!.id;
}

const unfinished = (dataDir: string) =>
  fail.conflict({
    code: 'demo-unfinished',
    message: `The demo in ${dataDir} was stopped before it was filled.`,
    remedy: 'Delete that folder and start the demo again.',
  });

const realSchool = (dataDir: string) =>
  fail.conflict({
    code: 'not-a-demo',
    message: `In ${dataDir} there is a school already, and it is not the demo’s.`,
    remedy: 'Give the demo a folder of its own: GATEPOST_DATA=./data/demo',
  });
