// A made-up feature for the tests of the surfaces: umbrellas that were left behind. No test of a surface needs a real noun.
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { anyone, anySignedIn, onlySystem } from '#kernel/access.ts';
import { defineAction, type AnyAction } from '#kernel/action.ts';
import { visitor, type Actor, type PersonActor } from '#kernel/actor.ts';
import { movableClock } from '#kernel/clock.ts';
import { fail } from '#kernel/errors.ts';
import { defineFeature } from '#kernel/feature.ts';
import { keyringOf } from '#kernel/keyring.ts';
import { createRegistry, type Run } from '#kernel/registry.ts';
import { createRun } from '#kernel/run.ts';
import type { Unit } from '#kernel/unit.ts';
import { Secret } from '#kernel/secret.ts';

const umbrella = z.object({
  id: z.string(),
  colour: z.enum(['red', 'black', 'striped']).describe('What it looks like from far away.'),
  places: z.array(z.string()),
  found: z.boolean(),
});

const report = defineAction({
  name: 'umbrellas.reportLost',
  kind: 'write',
  summary: 'Say that an umbrella is missing.',
  route: 'POST /umbrellas/{umbrellaId}/lost',
  scope: 'school',
  who: anySignedIn,
  input: z.object({
    umbrellaId: z.string().describe('Which one.'),
    colour: z.enum(['red', 'black', 'striped']).describe('What it looks like from far away.'),
    places: z.array(z.string().min(1).max(40)).default([]).describe('Where it was seen.'),
    reward: z.number().int().min(0).max(100).optional().describe('In pounds.'),
    urgent: z.boolean().default(false).describe('Is it raining?'),
    owner: z.object({ name: z.string(), year: z.number() }).optional().describe('Whose it is.'),
  }),
  output: umbrella,
  errors: ['umbrella-gone', 'too-many-black'],
  controls: ['umbrellas.return'],
  token: 'umbrellas:write',
}).handle(async (_context, input) => {
  if (input.colour === 'black') {
    throw fail.refused({
      code: 'too-many-black',
      message: 'Black umbrellas cannot be told apart.',
      remedy: 'Tie a ribbon to it.',
      clauses: ['UM-7'],
    });
  }
  if (input.umbrellaId === 'gone') throw fail.conflict({ code: 'umbrella-gone', message: 'Somebody has taken it.' });
  if (input.umbrellaId === 'broken') throw new Error('a spoke snapped at secret-place');
  return { id: input.umbrellaId, colour: input.colour, places: input.places, found: input.urgent };
});

const list = defineAction({
  name: 'umbrellas.list',
  kind: 'read',
  summary: 'All umbrellas that nobody has fetched.',
  route: 'GET /umbrellas',
  scope: 'public',
  who: anyone,
  input: z.object({
    page: z.number().int().min(1).default(1).describe('Which page.'),
    found: z.boolean().optional().describe('Only those found, or only those not.'),
    colour: z
      .array(z.enum(['red', 'black', 'striped']))
      .default([])
      .describe('Only of these colours.'),
    near: z.object({ x: z.number() }).optional().describe('Only near here.'),
  }),
  output: z.object({ echo: z.string(), umbrellas: z.array(umbrella) }),
  token: 'umbrellas:read',
  perMinute: 50,
}).handle(async (_context, input) => ({
  echo: JSON.stringify(input),
  umbrellas: [{ id: 'u1', colour: 'red', places: ['Hall', 'Bus'], found: input.found ?? false }],
}));

const handOver = defineAction({
  name: 'umbrellas.handOver',
  kind: 'write',
  summary: 'Give an umbrella back to its owner.',
  route: 'PUT /umbrellas/{umbrellaId}/owner',
  scope: 'school',
  who: anySignedIn,
  input: z.object({ umbrellaId: z.string().describe('Which one.') }),
  output: z.object({ done: z.literal(true) }),
  controls: ['umbrellas.return'],
}).handle(async () => ({ done: true }));

const takeIn = defineAction({
  name: 'umbrellas.takeIn',
  kind: 'write',
  summary: 'Take in a whole list of umbrellas.',
  route: 'POST /umbrellas/list',
  scope: 'school',
  who: anySignedIn,
  largeInput: true,
  input: z.object({ text: z.string().max(15_000_000).describe('The list.') }),
  output: z.object({ length: z.number() }),
  token: 'umbrellas:write',
}).handle(async (_context, { text }) => ({ length: text.length }));

const dry = defineAction({
  name: 'umbrellas.dry',
  kind: 'write',
  summary: 'Hang the wet ones up.',
  route: 'POST /umbrellas/dry',
  scope: 'school',
  who: onlySystem,
  input: z.object({}),
  output: z.object({}),
}).handle(async () => ({}));

export const umbrellas = defineFeature({
  name: 'umbrellas',
  summary: 'What to do with umbrellas that were left behind.',
  actions: [report, list, handOver, takeIn, dry],
  controls: [
    {
      id: 'umbrellas.return',
      kind: 'workflow',
      promise: 'Gatepost asks the owner before an umbrella changes hands.',
      settings: ['umbrella.owner'],
      cannot: 'It cannot see who carries it home.',
    },
  ],
});

export const registry = createRegistry([umbrellas]);

const person = (via: 'session' | 'token', scopes: readonly string[] | null): PersonActor => ({
  kind: 'person',
  scopeId: 'school-1',
  loginId: 'login-1',
  personId: 'person-1',
  name: 'Asha Rao',
  roles: new Set(),
  via,
  credentialId: 'credential-1',
  factorAt: null,
  scopes: scopes && new Set(scopes),
});

/** `Bearer gp_good` may report, `Bearer gp_weak` may do nothing, the cookie `session=` is a session. */
export async function identify({ headers: { authorization, cookie } }: IncomingMessage): Promise<Actor> {
  if (authorization === 'Bearer gp_good') return person('token', ['umbrellas:read', 'umbrellas:write']);
  if (authorization === 'Bearer gp_weak') return person('token', []);
  if (authorization !== undefined) throw fail.unauthenticated({ code: 'token-not-known' });
  return cookie?.includes('session=') ? person('session', null) : visitor(null);
}

/** The real pipeline over a unit of work that keeps nothing but what idempotency keys remember. */
export function createTrialRun(): { run: Run; calls: { action: AnyAction; input: unknown }[] } {
  const calls: { action: AnyAction; input: unknown }[] = [];
  const answers = new Map<string, { answer: never }>();
  const unit = {
    append: async () => undefined,
    enqueue: async () => undefined,
    remembered: async ({ key }) => answers.get(key) ?? null,
    remember: async ({ key }, answer) => void answers.set(key, { answer: answer as never }),
    commit: async () => undefined,
    rollback: async () => undefined,
  } satisfies Omit<Unit, 'db'>;
  const pipeline = createRun({
    clock: movableClock('2026-11-20T09:00:00Z'),
    subscribers: [],
    controls: registry.controls,
    actions: registry.actions,
    keyring: keyringOf([new Secret(new Uint8Array(32))]),
    begin: async () => unit as unknown as Unit,
    policyFor: async () => {
      throw new Error('no action here asks for a policy');
    },
    sealNow: async () => undefined,
    unsealed: () => undefined,
  });
  const run: Run = (actor, action, input, options) => {
    calls.push({ action, input });
    return pipeline(actor, action, input, options);
  };
  return { run, calls };
}
