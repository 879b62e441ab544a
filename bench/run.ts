// `npm run bench`: each figure as a ratio against its limit or a peer in the same run. `npm run bench -- ledger-verify` runs one.
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Figure } from './figure.ts';

interface Benchmark {
  figures(): AsyncIterable<Figure>;
}

const args = process.argv.slice(2);
const asJson = args.includes('--json');
const wanted = args.filter((arg) => !arg.startsWith('-'));
const apart = ['run', 'figure'];
const names = globSync('*.ts', { cwd: import.meta.dirname })
  .map((file) => basename(file, '.ts'))
  .filter((name) => !apart.includes(name) && !name.includes('.'))
  .toSorted();

const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark called ${unknown.join(', ')}. There are: ${names.join(', ')}.\n`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : names) {
  // Each is imported only when its turn comes, so that none slows or fattens another's process before it runs.
  const { figures } = (await import(join(import.meta.dirname, `${name}.ts`))) as Benchmark;
  for await (const figure of figures()) process.stdout.write(asJson ? `${JSON.stringify(figure)}\n` : inWords(figure));
}

function inWords({ figure, value, goal, met, against }: Figure): string {
  const verdict = met === null ? 'reported' : met ? 'met' : 'NOT MET';
  return `${verdict.padEnd(9)} ${figure.padEnd(58)} ${value.padStart(12)}   goal ${goal.padEnd(10)} ${against}\n`;
}
