// `gatepost doctor`: what is wrong with this installation, and what to do about it.
import { z } from 'zod';
import { defineCommand } from '#surfaces/cli/command.ts';
import type { Terminal } from '#surfaces/cli/terminal.ts';
import type { Finding } from '../doctor/finding.ts';

const STYLE = { ok: 'green', warn: 'yellow', wrong: 'red' } as const;
const WIDTH = 6;

export const doctorCommand = defineCommand({
  name: 'doctor',
  group: 'Upkeep',
  summary: 'Look at everything that can be wrong with this installation, running or not. Nothing is changed.',
  details: ['Exit 0 = nothing is wrong (there may be warnings), 1 = something is.'],
  options: z.object({ json: z.boolean().default(false).describe('One JSON document instead of words') }),
  async run({ options, terminal }) {
    const [{ examine }, { realTools }] = await Promise.all([
      import('../doctor/examine.ts'),
      import('../doctor/tools.ts'),
    ]);
    const findings: Finding[] = [];
    for await (const finding of examine(process.env, realTools)) {
      findings.push(finding);
      if (!options.json) terminal.out(lineOf(finding, terminal));
    }
    const isWell = findings.every(({ verdict }) => verdict !== 'wrong');
    terminal.out(options.json ? `${JSON.stringify({ ok: isWell, findings })}\n` : `\n${summary(findings)}\n`);
    return isWell ? 0 : 1;
  },
});

function lineOf({ about, verdict, words, remedy }: Finding, terminal: Terminal): string {
  const mark = terminal.styled('out', STYLE[verdict], verdict.padEnd(WIDTH));
  return `${mark} ${about}: ${words}\n${remedy === undefined ? '' : `${' '.repeat(WIDTH + 1)}→ ${remedy}\n`}`;
}

function summary(findings: readonly Finding[]): string {
  const count = (wanted: Finding['verdict']) => findings.filter(({ verdict }) => verdict === wanted).length;
  const [bad, doubtful] = [count('wrong'), count('warn')];
  const look = (things: string) => `${doubtful} ${things}${doubtful === 1 ? 'deserves' : 'deserve'} a look`;
  if (bad > 0)
    return `${bad} of ${findings.length} things looked at ${bad === 1 ? 'is' : 'are'} wrong${doubtful > 0 ? `, ${look('')}` : ''}.`;
  return doubtful > 0 ? `Nothing is wrong; ${look(doubtful === 1 ? 'thing ' : 'things ')}.` : 'All is well.';
}
