// `gatepost …`: the commands written by hand, and behind them every action of the registry.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '#surfaces/cli/run-command-line.ts';
import { createTerminal } from '#surfaces/cli/terminal.ts';
import { handWritten } from './commands/hand-written.ts';
import { VERSION } from './version.ts';

/** Loaded only when none of the commands above was meant: it takes the whole registry. */
async function actionCommands() {
  const [{ createCommands }, { createRegistry }, { features }, { Secret }] = await Promise.all([
    import('#surfaces/cli/commands.ts'),
    import('#kernel/registry.ts'),
    import('#features/index.ts'),
    import('#kernel/secret.ts'),
  ]);
  const { GATEPOST_ORIGIN: origin, GATEPOST_TOKEN: token, XDG_CONFIG_HOME: configHome } = process.env;
  return createCommands({
    registry: createRegistry(features),
    fetch,
    loginFile: join(configHome ?? join(homedir(), '.config'), 'gatepost', 'login.json'),
    given: { origin: origin ?? null, token: token === undefined ? null : new Secret(token) },
  });
}

process.exitCode = await runCommandLine(
  {
    program: 'gatepost',
    headline: 'Gatepost runs a school’s social media policy.',
    version: VERSION,
    commands: handWritten,
    loadMore: actionCommands,
    terminal: createTerminal(process, process.env['NO_COLOR'] === undefined && process.stdout.isTTY),
  },
  process.argv.slice(2),
);
