// For commands that act once and end: Gatepost opened without pages or jobs, and closed again whatever happens.
import { compose, type App } from './compose.ts';
import type { Config } from './config.ts';
import { openExisting } from './ground.ts';
import { logFor } from './start.ts';

export async function withApp<T>(config: Config, act: (app: App) => Promise<T>): Promise<T> {
  const log = logFor(config);
  const ground = await openExisting(config, log);
  try {
    const { dataDir, origin, uploadLimit } = config;
    const app = await compose({ ...ground, dataDir, origin, log, uploadLimit });
    try {
      return await act(app);
    } finally {
      await app.close();
    }
  } finally {
    await ground.close();
  }
}
