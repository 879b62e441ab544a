// `gatepost demo`: an invented trust of three schools to look around in, filled on the first start.
import type { App } from '../compose.ts';
import type { Config } from '../config.ts';
import { startAndWait } from '../start.ts';
import { TRUST_LEAD } from './fairwater-trust.ts';
import { SCHOOLS, TRUST } from './fill.ts';
import { prepareDemo } from './prepare-demo.ts';

/** @returns the exit code, once told to stop */
export const demoAndWait = (config: Config, say: (line: string) => void): Promise<number> =>
  startAndWait(config, say, {
    prepare: (ground, log, signal) => prepareDemo(config, ground, { log, signal, progress: say }),
    greet: async ({ app, address }) => greet(app, address, say),
  });

function greet({ demo }: App, address: string, say: (line: string) => void): void {
  if (demo === null) return;
  say(
    `\n${TRUST}, all of it invented, is at ${address}\nSign in as somebody. The links work until the demo is stopped:`,
  );
  say(
    `\n  ${TRUST}\n    ${TRUST_LEAD.name}, ${TRUST_LEAD.jobTitle} (${TRUST_LEAD.look})\n      ${address}${demo.make(TRUST_LEAD.email, 'passed')}`,
  );
  for (const { details, first, people } of SCHOOLS) {
    say(`\n  ${details.name} (public page: ${address}/schools/${details.slug})`);
    for (const { name, jobTitle, email, look } of [first, ...people]) {
      if (look !== undefined) say(`    ${name}, ${jobTitle} (${look})\n      ${address}${demo.make(email)}`);
    }
  }
  say('');
}
