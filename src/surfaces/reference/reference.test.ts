// The reference: complete, true to the schemas, and the same every time.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inputFields } from '../fields.ts';
import { registry } from '../fixture.ts';
import { defineCommand } from '../cli/command.ts';
import { referencePages } from './pages.ts';
import { referenceOf } from './reference.ts';

const weigh = defineCommand({
  name: 'weigh',
  group: 'Without a server',
  summary: 'Weigh a file.',
  options: z.object({ unit: z.enum(['gram', 'ounce']).describe('In what.') }),
  run: async () => 0,
});
const settings = new Map([['umbrella.owner', { question: 'Who owns an umbrella?' }]]);
const pages = referencePages(registry, { commands: [weigh], settings });

describe('the pages', () => {
  it('describe every action with all that a caller needs', () => {
    const actions = pages.get('actions.md')!;
    for (const name of registry.actions.keys()) expect(actions).toContain(`### ${name}\n`);
    expect(actions).toContain('- Address: `POST /api/umbrellas/{umbrellaId}/lost`');
    expect(actions).toContain('| `reward` | whole number, 0 to 100 | no | In pounds. |');
    expect(actions).toContain('| `colour` | one of red, black, striped | yes | What it looks like from far away. |');
    expect(actions).toContain('| `owner.year` | number | yes |  |');
    expect(actions).toContain('| `umbrellas[].places` | list of text | yes |  |');
    expect(actions).toContain('- Access token: scope `umbrellas:write`');
    expect(actions).toContain('Asks the policy: `umbrella.owner` (Who owns an umbrella?).');
    expect(actions).toContain('- Problems: [`umbrella-gone`](errors.md#umbrella-gone), [`too-many-black`]');
  });

  it('say of what has no address outside that it has none', () => {
    const dry = referenceOf(registry)[0]!.actions.find(({ name }) => name === 'umbrellas.dry')!;
    expect(dry).toMatchObject({ address: null, example: null, who: 'Gatepost itself' });
  });

  it('list who may do what, by person and by token', () => {
    const permissions = pages.get('permissions.md')!;
    expect(permissions).toMatch(
      /### People of the school\n\n.*\n.*\n\| \[`umbrellas\.reportLost`\]\(actions\.md#umbrellasreportlost\)/,
    );
    expect(permissions).toMatch(/### No access token\n\n.*\n.*\n\| \[`umbrellas\.handOver`\]/);
    expect(permissions).toContain('### `umbrellas:write`');
  });

  it('explain every command, those written by hand first', () => {
    const cli = pages.get('cli.md')!;
    expect(cli.indexOf('### gatepost weigh')).toBeLessThan(cli.indexOf('### gatepost umbrellas report-lost'));
    expect(cli).toContain(
      'Usage: gatepost umbrellas report-lost --umbrella-id TEXT --colour red|black|striped [--flag value…]',
    );
  });

  it('explain every code, and point at no page that is not there', () => {
    expect(pages.get('errors.md')).toContain('### umbrella-gone\n\nOf [`umbrellas.reportLost`]');
    for (const text of pages.values()) {
      for (const [, file] of text.matchAll(/\]\((\w+\.md)#/g)) expect([...pages.keys()]).toContain(file);
    }
  });

  it('are the same every time', () => {
    expect(referencePages(registry, { commands: [weigh], settings })).toEqual(pages);
  });
});

it('gives an example that is a true request', () => {
  const { example } = referenceOf(registry)[0]!.actions[0]!;
  expect(example).toBe(
    `curl -X POST "$GATEPOST/api/umbrellas/UMBRELLAID/lost" \\\n  -H "Authorization: Bearer $TOKEN" \\\n` +
      `  -H "Content-Type: application/json" \\\n  -d '{"colour":"red"}'`,
  );
});

it('tells kinds, limits and defaults of fields of every shape', () => {
  const fields = inputFields(
    z.object({
      page: z.coerce.number().int().min(1).default(1),
      on: z.iso.date().optional(),
      note: z.string().trim().max(5).nullable(),
      either: z.union([z.literal('a'), z.literal(2)]),
      one: z.union([z.string(), z.object({ x: z.number() })]),
      ids: z.array(z.uuid()).min(1).max(9),
      flags: z.array(z.boolean()),
      short: z.string().transform((text) => text.length),
    }),
  );
  expect(fields.map(({ name, kind, list, required, type }) => [name, kind, list, required, type])).toEqual([
    ['page', 'number', false, false, 'whole number, at least 1'],
    ['on', 'text', false, false, 'date (YYYY-MM-DD)'],
    ['note', 'text', false, true, 'text, at most 5 characters'],
    ['either', 'json', false, true, 'one of a, 2'],
    ['one', 'json', false, true, 'anything'],
    ['ids', 'text', true, true, 'list of id, 1 to 9 of them'],
    ['flags', 'boolean', true, true, 'list of yes or no'],
    ['short', 'text', false, true, 'text'],
  ]);
});
