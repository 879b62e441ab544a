// `gatepost login` and `logout`: whose rights the other commands use.
import { z } from 'zod';
import { fail } from '#kernel/errors.ts';
import { secret } from '#kernel/secret.ts';
import { defineCommand, type Command } from './command.ts';
import { notGatepost, reach } from './remote.ts';
import { checkedOrigin, forgetLogin, saveLogin } from './saved-login.ts';

const GROUP = 'Signing in';

/** @param file where the login is kept, as an absolute path */
export function loginCommands(fetch: typeof globalThis.fetch, file: string): readonly Command[] {
  return [
    defineCommand({
      name: 'login',
      group: GROUP,
      summary: 'Sign in with a personal access token, so that the commands below act as you.',
      details: [
        'Make the token on your own page in Gatepost. It is asked for, never taken as a flag, so that no shell remembers it; it may be piped in.',
      ],
      options: z.object({
        origin: z.string().optional().describe('Address of your Gatepost; asked for if not given.'),
      }),
      async run({ options, terminal }) {
        const origin = checkedOrigin(options.origin ?? (await terminal.ask('Address of your Gatepost: ')));
        await meet(fetch, origin);
        const token = await terminal.ask('Access token (it begins with gp_): ', true);
        if (!/^gp_[\w-]+$/.test(token)) {
          throw fail.invalid({ code: 'not-a-token', message: 'An access token begins with gp_ and has no spaces.' });
        }
        await saveLogin(file, { origin, token: secret(token) });
        terminal.out(`Saved. Commands now act as you on ${origin}.\n`);
        return 0;
      },
    }),
    defineCommand({
      name: 'logout',
      group: GROUP,
      summary: 'Forget the access token on this machine.',
      details: ['It stays valid elsewhere until you end it on your own page.'],
      options: z.object({}),
      async run({ terminal }) {
        await forgetLogin(file);
        terminal.out('Forgotten.\n');
        return 0;
      },
    }),
  ];
}

/** Before anybody types a token: is that Gatepost? */
async function meet(fetch: typeof globalThis.fetch, origin: string): Promise<void> {
  const response = await reach(fetch, origin, '/api/openapi.json', {});
  const document = (await response.json().catch(() => null)) as { info?: { title?: unknown } } | null;
  if (document?.info?.title !== 'Gatepost') throw notGatepost(origin, response.status);
}
