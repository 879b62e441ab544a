// The command line from typing to answer: a real file for the login, a real server behind real REST.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { secret } from '#kernel/secret.ts';
import { createTrialRun, identify, registry } from '../fixture.ts';
import { createRest } from '../rest/rest.ts';
import { defineCommand } from './command.ts';
import { createCommands } from './commands.ts';
import { runCommandLine } from './run-command-line.ts';
import type { GivenLogin } from './saved-login.ts';
import { createTrialTerminal } from './trial-terminal.ts';

const { run, calls } = createTrialRun();
let server: Server;
let origin: string;
let folder: string;
let loginFile: string;
let fetched = 0;

beforeAll(async () => {
  server = createServer((request, response) => void rest(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const rest = createRest({ registry, run, identify, origin, log: { error: () => undefined } });
  folder = await mkdtemp(join(tmpdir(), 'gatepost-cli-'));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  loginFile = join(folder, String(Math.random()), 'login.json');
});

const weigh = defineCommand({
  name: 'weigh',
  group: 'Without a server',
  summary: 'Weigh a file.',
  words: [{ name: 'FILE', meaning: 'What to weigh.', required: true }],
  options: z.object({
    unit: z.enum(['gram', 'ounce']).describe('In what.'),
    maxWeight: z.number().min(1).default(10).describe('Stop here.'),
    round: z.boolean().default(true).describe('To whole units.'),
  }),
  async run({ options, words, terminal }) {
    terminal.out(`${JSON.stringify({ ...options, words })}\n`);
    return 1;
  },
});

interface Said {
  readonly given?: Partial<GivenLogin>;
  readonly input?: string;
  readonly files?: Record<string, string>;
  readonly answers?: string[];
}

async function gatepost(args: readonly string[], said: Said = {}) {
  const terminal = createTrialTerminal(said);
  const code = await runCommandLine(
    {
      program: 'gatepost',
      headline: 'Gatepost.',
      version: '1.2.3',
      commands: [weigh],
      loadMore: async () => {
        fetched++;
        const given = { origin: null, token: null, ...said.given };
        return createCommands({ registry, fetch, loginFile, given });
      },
      terminal,
    },
    args,
  );
  return { code, ...terminal.written };
}
const asGood = () => ({ given: { origin, token: secret('gp_good') } });
const report = ['umbrellas', 'report-lost', '--umbrella-id', 'u1', '--colour'];

describe('finding a command', () => {
  it('lists everything in groups', async () => {
    const { code, out } = await gatepost([]);
    expect(code).toBe(0);
    expect(out).toContain('Without a server\n  weigh');
    expect(out).toContain('umbrellas: What to do with umbrellas that were left behind.');
    expect(out).toMatch(/umbrellas report-lost\s+Say that an umbrella is missing\./);
    expect(out).not.toContain('umbrellas dry');
    expect(out).toContain('Give an umbrella back to its owner. (on the page only)');
    expect((await gatepost(['help'])).out).toBe(out);
    expect((await gatepost(['--help'])).out).toBe(out);
  });

  it('explains a noun and a command', async () => {
    expect((await gatepost(['help', 'umbrellas'])).out).toContain('umbrellas hand-over');
    const { code, out } = await gatepost(['umbrellas', 'report-lost', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('Usage: gatepost umbrellas report-lost --umbrella-id TEXT --colour red|black|striped');
    expect(out).toMatch(/--places TEXT +Where it was seen\. \(list of text, 1 to 40 characters; may be repeated\)/);
    expect(out).toMatch(/--owner JSON\|@FILE +Whose it is\. \(object; with name, year\)/);
    expect(out).toContain('The access token needs the scope umbrellas:write.');
    expect((await gatepost(['help', 'umbrellas', 'hand-over'])).out).toContain('No access token may do this');
  });

  it('names the nearest for what it does not know', async () => {
    for (const [args, meant] of [
      [['wiegh'], 'weigh'],
      [['umbrella'], 'umbrellas'],
      [['umbrellas', 'lsit'], 'umbrellas list'],
      [['umbrellas', 'lsit', '--page', '2'], 'umbrellas list'],
    ] as const) {
      const { code, err } = await gatepost(args);
      expect(code).toBe(2);
      expect(err).toContain(`Did you mean "${meant}"?`);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
    expect(await gatepost(['umbrellas'])).toMatchObject({ code: 2, out: '' });
  });

  it('starts what is written by hand without fetching the rest', async () => {
    const before = fetched;
    const { code, out } = await gatepost(['weigh', 'a.txt', '--unit=ounce', '--no-round']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ unit: 'ounce', maxWeight: 10, round: false, words: ['a.txt'] });
    expect((await gatepost(['--version'])).out).toBe('1.2.3\n');
    expect(fetched).toBe(before);
  });
});

describe('reading flags', () => {
  it.each([
    [['weigh'], '--unit, FILE are missing.'],
    [['weigh', 'a', 'b', '--unit', 'gram'], '"b" is one word too many.'],
    [['weigh', 'a', '--unit', 'gramm'], '--unit must be one of gram, ounce, not "gramm". Did you mean "gram"?'],
    [['weigh', 'a', '--unti', 'gram'], 'There is no --unti here. Did you mean "--unit"?'],
    [['weigh', 'a', '--unit'], '--unit needs a value.'],
    [
      ['weigh', 'a', '--unit', '--no-round'],
      '--unit needs a value (if --no-round is the value, write --unit=--no-round).',
    ],
    [['weigh', 'a', '--unit', 'gram', '--unit', 'gram'], '--unit may be given only once.'],
    [['weigh', 'a', '--unit', 'gram', '--round=yes'], '--round takes no value; write --round or --no-round.'],
    [['weigh', 'a', '--unit', 'gram', '--max-weight', 'ten'], '--max-weight must be a number, not "ten".'],
    [['weigh', 'a', '--unit', 'gram', '--max-weight', '-3'], '--max-weight: At least 1.'],
    [[...report, 'red', '--owner', '{"name": Asha}'], '--owner is not JSON: it goes wrong at line 1, column 10.'],
    [[...report, 'red', '--owner', '@gone.json'], 'gone.json cannot be read: there is no such file.'],
  ])('%j', async (args, message) => {
    const { code, err, out } = await gatepost(args);
    expect(err).toContain(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('takes repeated flags, JSON, files and standard input', async () => {
    const args = [
      'umbrellas',
      'report-lost',
      '--umbrella-id',
      '-',
      '--colour',
      'red',
      '--places',
      'Hall',
      '--places',
      '@home',
      '--urgent',
      '--owner',
      '@o.json',
    ];
    const { code, err } = await gatepost(args, {
      ...asGood(),
      input: 'a/b ?\n',
      files: { 'o.json': '{"name":"Asha","year":3}' },
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(calls.at(-1)!.input).toEqual({
      umbrellaId: 'a/b ?',
      colour: 'red',
      places: ['Hall', '@home'],
      urgent: true,
      owner: { name: 'Asha', year: 3 },
    });
  });
});

describe('asking the server', () => {
  it('shows the answer to people and to programs', async () => {
    const plain = await gatepost([...report, 'red', '--places', 'Hall'], asGood());
    expect(plain).toEqual({ code: 0, err: '', out: 'id: u1\ncolour: red\nplaces: Hall\nfound: no\n' });
    const json = await gatepost([...report, 'red', '--json'], asGood());
    expect(JSON.parse(json.out)).toEqual({ id: 'u1', colour: 'red', places: [], found: false });
  });

  it('asks with a query string where the action is a GET', async () => {
    const { out } = await gatepost(
      ['umbrellas', 'list', '--page', '3', '--no-found', '--colour', 'red', '--near', '{"x":1}'],
      asGood(),
    );
    expect(out).toContain('echo: {"page":3,"found":false,"colour":["red"],"near":{"x":1}}');
    expect(out).toContain('umbrellas:\n  id  colour  places     found\n  u1  red     Hall, Bus  no\n');
  });

  it('passes a no on: one line, with clauses and remedy, and the right exit code', async () => {
    expect(await gatepost([...report, 'black'], asGood())).toEqual({
      code: 1,
      out: '',
      err: 'gatepost umbrellas report-lost: Black umbrellas cannot be told apart. (UM-7) Tie a ribbon to it.\n',
    });
    const wrong = await gatepost([...report, 'red', '--reward', '400'], asGood());
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('--reward: At most 100.');
    const never = await gatepost(['umbrellas', 'hand-over', '--umbrella-id', 'u1'], asGood());
    expect(never).toMatchObject({ code: 1 });
    expect(
      (await gatepost(['umbrellas', 'report-lost', '--umbrella-id', 'broken', '--colour', 'red'], asGood())).err,
    ).toContain('Quote urn:uuid:');
  });

  it('says what is wrong with the server', async () => {
    const closed = await gatepost(['umbrellas', 'list'], {
      given: { origin: 'http://127.0.0.1:1', token: secret('gp_good') },
    });
    expect(closed.code).toBe(1);
    expect(closed.err).toContain('http://127.0.0.1:1 cannot be reached');
    const plain = await gatepost(['umbrellas', 'list'], {
      given: { origin: 'http://gatepost.example', token: secret('gp_good') },
    });
    expect(plain).toMatchObject({ code: 2 });
    expect(plain.err).toContain('plain http only works on this machine itself');
  });
});

describe('signing in', () => {
  it('keeps the token where only its owner can read it, and uses it', async () => {
    const login = await gatepost(['login'], { answers: [origin, 'gp_good'] });
    expect(login).toMatchObject({ code: 0, err: '' });
    expect((await stat(loginFile)).mode & 0o777).toBe(0o600);
    expect(login.out).not.toContain('gp_');
    expect(await gatepost([...report, 'red'])).toMatchObject({ code: 0 });
    expect(await gatepost(['logout'])).toMatchObject({ code: 0 });
    expect((await gatepost([...report, 'red'])).err).toContain('Nobody has signed in here. Run: gatepost login');
  });

  it('never sends a saved token to another address', async () => {
    await gatepost(['login', '--origin', origin], { answers: ['gp_good'] });
    const elsewhere = await gatepost([...report, 'red'], { given: { origin: 'https://other.example' } });
    expect(elsewhere).toMatchObject({ code: 2 });
    expect(elsewhere.err).toContain('Nobody has signed in to https://other.example here.');
  });

  it('refuses what is no Gatepost and what is no token', async () => {
    const silent = createServer((_request, response) => response.writeHead(200).end('hello'));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    expect((await gatepost(['login', '--origin', address], { answers: ['gp_good'] })).err).toContain(
      'does not answer as Gatepost does',
    );
    await new Promise((resolve) => silent.close(resolve));
    expect((await gatepost(['login', '--origin', origin], { answers: ['hunter2'] })).err).toContain(
      'An access token begins with gp_',
    );
    await expect(readFile(loginFile)).rejects.toThrow();
  });

  it('says which file is damaged', async () => {
    await gatepost(['login', '--origin', origin], { answers: ['gp_good'] });
    await writeFile(loginFile, '{');
    expect((await gatepost([...report, 'red'])).err).toContain(
      `${loginFile} is not what "login" wrote. Run login again.`,
    );
  });
});
