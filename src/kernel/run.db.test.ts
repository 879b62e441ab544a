// The one pipeline, on a real database: denied by default, in order, all or nothing, and every "no" of policy on record.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { anySignedIn, anyone, holding, onlyOperator, onlySystem } from './access.ts';
import { defineAction } from './action.ts';
import { operator, systemActor, visitor, type Actor, type PersonActor } from './actor.ts';
import { fail, isFailure, type Failure } from './errors.ts';
import { defineEvent, on } from './events.ts';
import { defineFeature } from './feature.ts';
import { defineJob } from './jobs.ts';

const steps: string[] = [];
const rang = defineEvent({ name: 'probe.rang', payload: z.object({ note: z.string() }) });
const answer = defineJob({
  name: 'probe.answer',
  summary: 'x',
  payload: z.object({ note: z.string() }),
  attempts: 3,
  run: async () => {},
});
const base = {
  kind: 'write',
  scope: 'school',
  summary: 'x',
  who: anySignedIn,
  input: z.object({}),
  output: z.object({}),
} as const;

const probe = defineFeature({
  name: 'probe',
  summary: 'Small actions that show what the pipeline does.',
  controls: [],
  jobs: [answer],
  subscribers: [on(rang, answer)],
  actions: [
    defineAction({
      ...base,
      name: 'probe.note',
      route: 'POST /notes',
      token: 'probe:write',
      input: z.object({
        text: z.string().trim().min(1),
        thingId: z.uuid().optional(),
        ending: z.enum(['end', 'refuse', 'forbid', 'break', 'lie']).default('end'),
      }),
      output: z.object({ id: z.string(), text: z.string() }),
      about: ({ thingId }, { id }) => ({ note: id, ...(thingId === undefined ? {} : { thing: thingId }) }),
    }).handle(async (context, { text, ending }) => {
      steps.push('handler');
      const { db, scopeId, newId } = context;
      await db
        .insertInto('confidential_term')
        .values({ school_id: scopeId, id: newId(), term: text, reason: '' })
        .execute();
      context.remark({
        clauses: ['X-1', 'X-1'],
        detail: { text },
        people: context.actor.kind === 'person' ? [context.personId] : [],
      });
      context.emit(rang, { note: text });
      if (ending === 'refuse')
        throw fail.refused({ code: 'no-notes', message: 'No.', remedy: 'Do not.', clauses: ['X-2'] });
      if (ending === 'forbid') throw fail.forbidden({ code: 'not-you', message: 'Not you.' });
      if (ending === 'break') throw new Error('Our mistake.');
      return (ending === 'lie' ? { id: 1 } : { id: newId(), text }) as never;
    }),
    defineAction({ ...base, name: 'probe.fresh', route: 'POST /fresh', freshFactorMinutes: 10 }).handle(
      async () => ({}),
    ),
    defineAction({
      ...base,
      name: 'probe.head',
      route: 'POST /head',
      who: holding('the headteacher', 'headteacher'),
    }).handle(async () => ({})),
    defineAction({ ...base, name: 'probe.machine', route: 'POST /machine', who: onlySystem }).handle(async () => ({})),
    defineAction({ ...base, name: 'probe.operate', route: 'POST /operate', who: onlyOperator }).handle(
      async () => ({}),
    ),
    defineAction({ ...base, name: 'probe.sealed', route: 'POST /sealed', sealed: true }).handle(async () => ({})),
    defineAction({ ...base, name: 'probe.rare', route: 'POST /rare', perMinute: 2 }).handle(async () => ({})),
    defineAction({
      ...base,
      name: 'probe.look',
      kind: 'read',
      route: 'GET /look',
      output: z.object({ n: z.number() }),
    }).handle(async ({ db, scopeId }) => ({
      n: (await db.selectFrom('confidential_term').select('id').where('school_id', '=', scopeId).execute()).length,
    })),
    defineAction({ ...base, name: 'probe.lookHard', kind: 'read', route: 'GET /look-hard', recorded: true }).handle(
      async () => ({}),
    ),
    defineAction({ ...base, name: 'probe.writeWhileReading', kind: 'read', route: 'GET /sneak' }).handle(
      async ({ db, scopeId, newId }) => {
        await db
          .insertInto('confidential_term')
          .values({ school_id: scopeId, id: newId(), term: 'sneaked', reason: '' })
          .execute();
        return {};
      },
    ),
    defineAction({
      ...base,
      name: 'probe.elsewhere',
      route: 'POST /elsewhere',
      input: z.object({ schoolId: z.uuid() }),
    }).handle(async ({ db, newId }, { schoolId }) => {
      await db
        .insertInto('confidential_term')
        .values({ school_id: schoolId, id: newId(), term: 'elsewhere', reason: '' })
        .execute();
      return {};
    }),
    defineAction({
      ...base,
      name: 'probe.public',
      kind: 'read',
      scope: 'public',
      route: 'GET /public',
      who: anyone,
      output: z.object({ n: z.number() }),
    }).handle(async ({ db, scopeId }) => ({
      n: (await db.selectFrom('noticeboard_item').select('id').where('school_id', '=', scopeId).execute()).length,
    })),
    defineAction({
      ...base,
      name: 'probe.publicPeople',
      kind: 'read',
      scope: 'public',
      route: 'GET /public-people',
      who: anyone,
      output: z.object({ n: z.number() }),
    }).handle(async ({ db, scopeId }) => ({
      n: (await db.selectFrom('person').select('id').where('school_id', '=', scopeId).execute()).length,
    })),
  ],
});

const openApp = () => openTestApp([probe]);
let app: Awaited<ReturnType<typeof openApp>>;
let school: TestSchool;
let ada: PersonActor;
beforeAll(async () => {
  app = await openApp();
  school = await app.school();
  ada = await school.person({ name: 'Ada Quill' });
});
beforeEach(() => {
  app.clock.set('2026-11-20T09:00:00Z');
  steps.length = 0;
});
afterAll(() => app.drop());

const told = async (doing: Promise<unknown>): Promise<Failure> => {
  try {
    await doing;
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
  throw new Error('It was allowed.');
};
interface LedgerRow {
  readonly action: string;
  readonly outcome: string;
  readonly [more: string]: unknown;
}
const entries = async (): Promise<LedgerRow[]> =>
  (
    await app.rows<{ body: string }>('select body from entry where scope_id = $1 order by xmin::text::bigint', [
      school.id,
    ])
  ).map(({ body }) => JSON.parse(body) as LedgerRow);
const terms = async (text: string) =>
  (await app.rows('select from confidential_term where school_id = $1 and term = $2', [school.id, text])).length;
const jobsWith = async (text: string) =>
  (await app.rows(`select from graphile_worker._private_jobs where payload::text like $1`, [`%${text}%`])).length;

describe('what is done', () => {
  test('is written with its entry, its details apart, its people and its job; the entry holds no word', async () => {
    const { id } = await app.as(ada).probe.note({ text: 'first of all' });
    const entry = (await entries()).at(-1)!;
    expect(entry).toMatchObject({
      action: 'probe.note',
      outcome: 'done',
      actor: { kind: 'person', person: ada.personId, via: 'session' },
      about: { note: id },
      clauses: ['X-1'],
    });
    expect(JSON.stringify(entry)).not.toContain('first of all');
    const [detail] = await app.rows<{ detail: unknown }>('select detail from entry_detail where entry_id = $1', [
      entry['id'],
    ]);
    expect(detail!.detail).toEqual({ text: 'first of all' });
    expect(
      await app.rows('select from entry_subject where entry_id = $1 and person_id = $2', [entry['id'], ada.personId]),
    ).toHaveLength(1);
    expect(await jobsWith('first of all')).toBe(1);
  });

  test.each(['refuse', 'forbid', 'break', 'lie'] as const)(
    'or nothing is, when it ends in “%s”: no row, no job, no “done”',
    async (ending) => {
      const before = (await entries()).length;
      await app
        .as(ada)
        .probe.note({ text: `undone ${ending}`, ending })
        .catch(() => {});
      expect(steps).toEqual(['handler']);
      expect(await terms(`undone ${ending}`)).toBe(0);
      expect(await jobsWith(`undone ${ending}`)).toBe(0);
      expect((await entries()).length - before).toBe(ending === 'refuse' || ending === 'forbid' ? 1 : 0);
    },
  );
});

describe('a no', () => {
  test('of policy is on record after the roll-back, with its clauses and what it was about', async () => {
    const thingId = ada.personId;
    expect(await told(app.as(ada).probe.note({ text: 'x', thingId, ending: 'refuse' }))).toMatchObject({
      kind: 'refused-by-policy',
      clauses: ['X-2'],
    });
    expect((await entries()).at(-1)).toMatchObject({
      action: 'probe.note',
      outcome: 'refused-by-policy',
      code: 'no-notes',
      clauses: ['X-2'],
      about: { thingId },
    });
    await told(app.as(ada).probe.note({ text: 'x', ending: 'forbid' }));
    expect((await entries()).at(-1)).toMatchObject({ outcome: 'forbidden', code: 'not-you' });
  });

  test('of the door is on record too, and says what it was about though the input was never handed on', async () => {
    const token: PersonActor = { ...ada, via: 'token', scopes: new Set(['other:write']) };
    expect(await told(app.as(token).probe.note({ text: 'x', thingId: ada.personId }))).toMatchObject({
      code: 'token-not-enough',
    });
    expect((await entries()).at(-1)).toMatchObject({
      outcome: 'forbidden',
      code: 'token-not-enough',
      about: { thingId: ada.personId },
      actor: { via: 'token' },
    });
    expect(steps).toEqual([]);
  });

  test('to a wrong input is not an event: nothing is asked of the database', async () => {
    const before = (await entries()).length;
    expect(await told(app.as(ada).probe.note({ text: ' ' }))).toMatchObject({
      kind: 'invalid',
      fields: [{ field: 'text' }],
    });
    expect(await told(app.as(ada).probe.note({ text: 'a\0b' }))).toMatchObject({
      kind: 'invalid',
      code: 'unusable-characters',
      fields: [{ field: 'text' }],
    });
    expect(await told(app.as(ada).probe.note({ text: 'half \ud83d' }))).toMatchObject({
      kind: 'invalid',
      code: 'unusable-characters',
    });
    expect((await entries()).length).toBe(before);
  });
});

describe('who', () => {
  const table: readonly [string, (ada: PersonActor) => Actor, readonly string[]][] = [
    ['a person', (one) => one, ['note', 'fresh', 'sealed', 'look']],
    ['Gatepost itself', () => systemActor(school.id, 'job'), ['machine']],
    ['whoever sits at the machine', () => operator(school.id), ['operate']],
    ['a connector', () => ({ kind: 'connector', scopeId: school.id, connector: 'x' }), []],
    ['a link', () => ({ kind: 'link', scopeId: school.id, purpose: 'join', linkId: school.id }), []],
    ['a visitor', () => visitor(school.id), []],
  ];
  test.each(table)('%s may do what the action says, and nothing else', async (_name, actor, may) => {
    const api = app.as(actor(ada)).probe;
    const calls = {
      note: () => api.note({ text: 'hello' }),
      fresh: () => api.fresh({}),
      sealed: () => api.sealed({}),
      look: () => api.look({}),
      head: () => api.head({}),
      machine: () => api.machine({}),
      operate: () => api.operate({}),
    };
    for (const [name, call] of Object.entries(calls)) {
      if (may.includes(name)) await call();
      else expect(['forbidden', 'unauthenticated']).toContain((await told(call())).kind);
    }
    expect(await api.public({})).toBeDefined();
  });

  test('a fresh factor is a matter of minutes', async () => {
    await app.as(ada).probe.fresh({});
    app.clock.advance({ minutes: 10 });
    await app.as(ada).probe.fresh({});
    app.clock.advance({ seconds: 1 });
    expect(await told(app.as(ada).probe.fresh({}))).toMatchObject({ kind: 'forbidden', code: 'fresh-factor-needed' });
    expect(await told(app.as({ ...ada, factorAt: null }).probe.fresh({}))).toMatchObject({
      code: 'fresh-factor-needed',
    });
  });

  test('a token may do what its scopes say and what the action allows to tokens at all', async () => {
    const token: PersonActor = { ...ada, via: 'token', scopes: new Set(['probe:write']) };
    await app.as(token).probe.note({ text: 'by a program' });
    expect(await told(app.as(token).probe.sealed({}))).toMatchObject({
      code: 'token-not-enough',
      message: expect.stringContaining('needs a person') as unknown,
    });
  });

  test('so often a minute', async () => {
    await app.as(ada).probe.rare({});
    await app.as(ada).probe.rare({});
    expect(await told(app.as(ada).probe.rare({}))).toMatchObject({ kind: 'unavailable', code: 'too-often' });
  });
});

describe('asked twice', () => {
  test('with one key: done once, the same answer; by another person it is another', async () => {
    const key = { idempotencyKey: 'k1' };
    const [one, two] = await Promise.all([
      app.as(ada).probe.note({ text: 'once only' }, key),
      app.as(ada).probe.note({ text: 'once only' }, key),
    ]);
    expect(two).toEqual(one);
    expect(await terms('once only')).toBe(1);
    const bo = await school.person();
    expect((await app.as(bo).probe.note({ text: 'another’s' }, key)).id).not.toBe(one.id);
    expect(await told(app.as(ada).probe.note({ text: 'else' }, key))).toMatchObject({
      kind: 'conflict',
      code: 'key-used',
    });
    expect(await told(app.as(ada).probe.sealed({}, key))).toMatchObject({ kind: 'conflict', code: 'key-used' });
  });

  test('after a failure the key is free again', async () => {
    const key = { idempotencyKey: 'k2' };
    await told(app.as(ada).probe.note({ text: 'second try', ending: 'refuse' }, key));
    expect(await app.as(ada).probe.note({ text: 'second try' }, key)).toMatchObject({ text: 'second try' });
  });
});

describe('reading', () => {
  test('cannot write, and leaves an entry only where it says so', async () => {
    const before = (await entries()).length;
    await app.as(ada).probe.look({});
    expect((await entries()).length).toBe(before);
    await expect(app.as(ada).probe.writeWhileReading({})).rejects.toThrow(/read-only/);
    await app.as(ada).probe.lookHard({});
    expect((await entries()).at(-1)).toMatchObject({ action: 'probe.lookHard', outcome: 'done' });
  });

  test('as a visitor shows no person, whatever the handler asks for', async () => {
    expect(await app.as(visitor(school.id)).probe.public({})).toEqual({ n: 0 });
    await expect(app.as(visitor(school.id)).probe.publicPeople({})).rejects.toThrow(/permission denied/);
  });
});

test('a row of another school cannot be written, whatever the handler says', async () => {
  const other = await app.school('Weirside School');
  await expect(app.as(ada).probe.elsewhere({ schoolId: other.id })).rejects.toThrow(/row-level security/);
});

test('where an answer waits for its seal, it is sealed when the answer comes', async () => {
  await app.as(ada).probe.sealed({});
  const last = (await entries()).at(-1)!;
  expect(last.action).toBe('probe.sealed');
  expect(await app.rows('select from entry_pending where entry_id = $1', [last['id']])).toEqual([]);
  expect(
    await app.rows('select from seal where scope_id = $1 and $2 = any(entry_ids)', [school.id, last['id']]),
  ).toHaveLength(1);
});
