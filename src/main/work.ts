// `gatepost worker`: only the jobs, beside a process that serves the pages.
import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { openGround } from './ground.ts';
import { startHeartbeat } from './heartbeat.ts';
import { isMeasured, logFor, serveMetrics, survive } from './start.ts';

/** @returns the exit code, once told to stop */
export async function workAndWait(config: Config, say: (line: string) => void): Promise<number> {
  const log = logFor(config);
  survive(log);
  const ground = await openGround(config, log);
  const app = await compose({
    ...ground,
    dataDir: config.dataDir,
    origin: config.origin,
    log,
    uploadLimit: config.uploadLimit,
    measured: isMeasured(config),
  });
  const closeMetrics = await serveMetrics(app, config);
  await app.work();
  const stopBeating = startHeartbeat(app, { dataDir: config.dataDir, does: 'jobs' });
  say('Gatepost’s jobs are running.');
  await new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolve());
  });
  await stopBeating();
  await closeMetrics();
  await app.close();
  await ground.close();
  return 0;
}
