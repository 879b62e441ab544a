// `gatepost demo`: an invented trust of three schools to look around in, filled on the first start.
import { movableClock, systemClock } from '#kernel/clock.ts';
import { compose, type App } from '../compose.ts';
import type { Config } from '../config.ts';
import type { Ground } from '../ground.ts';
import type { Log } from '../log.ts';
import { ensureInstallation, isSetUp } from '../set-up.ts';
import { startAndWait } from '../start.ts';
import { fillDemo, SCHOOLS, TRUST } from './fill.ts';
import { readMark, writeMark } from './mark.ts';

/** @returns the exit code, once told to stop */
export const demoAndWait = (config: Config, say: (line: string) => void): Promise<number> =>
  startAndWait(config, say, {
    demo: true,
    prepare: (ground, log, signal) => prepare(config, say, ground, log, signal),
    greet: async ({ app, address }) => greet(app, address, say),
  });

/** Fills a fresh data folder, starts a demo again, and touches nothing else. */
async function prepare(
  config: Config,
  say: (line: string) => void,
  ground: Ground,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const { dataDir, origin, uploadLimit } = config;
  const now = systemClock.now();
  const clock = movableClock(now.toString());
  const app = await compose({ ...ground, dataDir, origin, uploadLimit, log, clock });
  try {
    const installationId = await installationOf(app);
    const mark = readMark(dataDir);
    if (mark?.installationId === installationId) {
      if (mark.filled) return;
      throw new Error(
        `The demo in ${dataDir} was stopped before it was filled. Delete that folder and start the demo again.`,
      );
    }
    if (await isSetUp(app)) {
      throw new Error(
        `In ${dataDir} there is a school already, and it is not the demo’s. Give the demo a folder of its own: GATEPOST_DATA=./data/demo`,
      );
    }
    writeMark(dataDir, { installationId, filled: false });
    await fillDemo({ app, clock, progress: say, signal }, now);
    writeMark(dataDir, { installationId, filled: true });
  } finally {
    await app.close();
  }
}

async function installationOf(app: App): Promise<string> {
  await ensureInstallation(app);
  const { rows } = await app.database.owner.query<{ id: string }>('select id from installation');
  return rows[0]!.id;
}

async function greet(app: App, address: string, say: (line: string) => void): Promise<void> {
  const { rows } = await app.database.owner.query<{ email: string; login_id: string }>(
    'select distinct email, login_id from person where login_id is not null',
  );
  const loginIds = new Map(rows.map(({ email, login_id }) => [email, login_id]));
  say(
    `\n${TRUST}, all of it invented, is at ${address}\nSign in as somebody. The links work until the demo is stopped:`,
  );
  for (const { details, first, people } of SCHOOLS) {
    say(`\n  ${details.name} (public page: ${address}/schools/${details.slug})`);
    for (const { name, jobTitle, email, look } of [first, ...people]) {
      const loginId = loginIds.get(email);
      if (look === undefined || loginId === undefined) continue;
      say(`    ${name}, ${jobTitle} (${look})\n      ${address}${app.demo!.make({ loginId, email })}`);
    }
  }
  say('');
}
