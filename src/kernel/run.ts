// THE pipeline. Every action of every surface passes here, in this order, and nowhere else writes the ledger:
// who → parse → transaction under the actor's identity → handler → output → ledger entry → jobs → commit → seal.
import { randomBytes } from 'node:crypto';
import type { AnyAction } from './action.ts';
import { actorInLedger, type Actor } from './actor.ts';
import { admit } from './admit.ts';
import { canonicalText, sha256, type Json } from './canonical.ts';
import type { Clock } from './clock.ts';
import type { Control } from './control.ts';
import type { Context, Db, JobOptions, Remark } from './context.ts';
import { fail, isFailure, type Failure } from './errors.ts';
import type { Subscriber } from './events.ts';
import { newId } from './id.ts';
import type { Job } from './jobs.ts';
import { keyringFor, type Keyring } from './keyring.ts';
import { detailDigest, makeEntry, type Entry } from './ledger.ts';
import { createLimiter, type Tally } from './limit.ts';
import { parseInput } from './parse.ts';
import type { PolicyInForce } from './policy.ts';
import type { CallOptions, Run } from './registry.ts';
import { reveal } from './secret.ts';
import { seal } from './secret-box.ts';
import type { EntryExtras, Identity, JobRequest, RememberedRequest, Unit } from './unit.ts';

export interface PipelineParts {
  readonly clock: Clock;
  readonly subscribers: readonly Subscriber[];
  readonly controls: ReadonlyMap<string, Control>;
  readonly actions: ReadonlyMap<string, AnyAction>;
  readonly keyring: Keyring;
  begin(identity: Identity, mode: 'read' | 'write'): Promise<Unit>;
  policyFor(db: Db, scopeId: string, at: Temporal.Instant): Promise<PolicyInForce>;
  /** Resolves once every entry of the scope committed so far is sealed. */
  sealNow(scopeId: string): Promise<void>;
  /** Called after a commit that left an entry, so that the sealer wakes. */
  unsealed(scopeId: string): void;
  /** Counts calls of limited actions over all processes; without it each counts for itself. */
  readonly tally?: Tally;
}

export function createRun(parts: PipelineParts): Run {
  const limiter = createLimiter(parts.clock, parts.tally);

  return async function run(actor, action, rawInput, options = {}) {
    const at = parts.clock.now();
    let input: unknown;
    try {
      admit(actor, action, at);
      const within = action.perMinute === undefined ? null : limiter.take(actor, action.name, action.perMinute);
      within?.catch(() => {}); // reported where it is waited for
      input = parseInput(action.input, rawInput);
      return await perform(parts, actor, action, input, at, options, within);
    } catch (error) {
      if (isFailure(error)) {
        if (error.kind === 'forbidden' || error.kind === 'refused-by-policy') {
          await recordRefusal(parts, actor, action, input ?? action.input.safeParse(rawInput).data, at, error);
        }
        throw error;
      }
      throw error;
    }
  };
}

async function perform(
  parts: PipelineParts,
  actor: Actor,
  action: AnyAction,
  input: unknown,
  at: Temporal.Instant,
  options: CallOptions,
  within: Promise<void> | null,
): Promise<unknown> {
  const unit = await parts.begin(identityOf(actor), action.kind);
  const asked = action.kind === 'write' ? requestOf(actor, action, input, at, options) : null;
  let output: unknown;
  let entry: Entry | null = null;
  try {
    const before = asked && (await unit.remembered(asked));
    if (before) {
      await unit.rollback();
      return action.output.parse(before.answer);
    }
    const { context, left } = makeContext(parts, unit, actor, at);
    output = action.output.parse(await action.handler(context, input));
    await within;
    const last: Promise<void>[] = left.jobs.map((job) => unit.enqueue(job));
    if (action.kind === 'write' || action.recorded === true) {
      const about = action.about?.(input, output) ?? {};
      const made = entryOf(actor, action, at, 'done', { ...merge(left.remarks), policy: left.policy }, about);
      if (made) {
        entry = made.entry;
        // A read's own transaction cannot write: its entry gets one, and the answer waits for it.
        if (action.kind === 'read') await appendAlone(parts, actor, made);
        else last.push(unit.append(made.entry, made.extras));
      }
    }
    if (asked) last.push(unit.remember(asked, output as Json));
    last.push(unit.commit());
    await allOf(last);
  } catch (error) {
    await unit.rollback(error);
    throw error;
  }
  if (entry) {
    if (action.sealed === true) await parts.sealNow(entry.scopeId);
    else parts.unsealed(entry.scopeId);
  }
  return output;
}

interface Left {
  readonly jobs: JobRequest[];
  readonly remarks: Remark[];
  policy: string | null;
}

function makeContext(parts: PipelineParts, unit: Unit, actor: Actor, at: Temporal.Instant) {
  const left: Left = { jobs: [], remarks: [], policy: null };
  let policy: Promise<PolicyInForce> | undefined;
  const enqueue: Context['enqueue'] = (job, payload, options = {}) => {
    left.jobs.push(jobRequest(job as unknown as Job, scopeOf(actor), payload as Json, options));
  };
  const context: Context = {
    actor,
    at,
    now: at.toString(),
    db: unit.db,
    get scopeId() {
      return scopeOf(actor);
    },
    get personId() {
      if (actor.kind !== 'person') throw fail.unauthenticated();
      return actor.personId;
    },
    newId: () => newId(at),
    lock: (value, purpose, place) => Buffer.from(seal(keyringFor(parts.keyring, purpose), reveal(value), place)),
    controls: parts.controls,
    actions: parts.actions,
    policy: () =>
      (policy ??= parts.policyFor(unit.db, scopeOf(actor), at).then((found) => {
        left.policy = found.versionId;
        return found;
      })),
    remark: (remark) => void left.remarks.push(remark),
    emit: (event, payload, options) => {
      for (const subscriber of parts.subscribers) {
        if (subscriber.event === event.name) enqueue(subscriber.job, payload as never, options);
      }
    },
    enqueue,
  };
  return { context, left };
}

function jobRequest(job: Job, scopeId: string, payload: Json, options: JobOptions): JobRequest {
  return {
    task: job.name,
    payload: { scope: scopeId, payload },
    key: options.key === undefined ? null : `${scopeId}:${job.name}:${options.key}`,
    at: options.at === undefined ? null : options.at.toString(),
    attempts: job.attempts,
  };
}

function scopeOf(actor: Actor): string {
  if (actor.scopeId === null) throw fail.unauthenticated();
  return actor.scopeId;
}

function identityOf(actor: Actor): Identity {
  return {
    scopeId: actor.scopeId,
    personId: actor.kind === 'person' ? actor.personId : null,
    role: actor.kind === 'visitor' ? 'visitor' : 'app',
  };
}

function requestOf(
  actor: Actor,
  action: AnyAction,
  input: unknown,
  at: Temporal.Instant,
  options: CallOptions,
): RememberedRequest | null {
  if (options.idempotencyKey === undefined || action.secretAnswer === true) return null;
  return {
    scopeId: scopeOf(actor),
    actor: canonicalText(actorInLedger(actor)),
    key: options.idempotencyKey,
    action: action.name,
    inputSha256: sha256(canonicalText(input as Json)),
    at: at.toString(),
  };
}

type Merged = { clauses: string[]; about: Record<string, Json>; details: Json[]; people: string[] };

function merge(remarks: readonly Remark[]): Merged {
  return {
    clauses: [...new Set(remarks.flatMap((remark) => remark.clauses ?? []))],
    about: Object.assign({}, ...remarks.map((remark) => remark.about ?? {})) as Record<string, Json>,
    details: remarks.flatMap((remark) => (remark.detail === undefined ? [] : [remark.detail])),
    people: [...new Set(remarks.flatMap((remark) => remark.people ?? []))],
  };
}

function entryOf(
  actor: Actor,
  action: AnyAction,
  at: Temporal.Instant,
  outcome: 'done' | 'forbidden' | 'refused-by-policy',
  remarks: Merged & { policy: string | null; code?: string },
  about: Readonly<Record<string, Json>>,
): { entry: Entry; extras: EntryExtras } | null {
  if (actor.scopeId === null) return null;
  const detail: Json | undefined = remarks.details.length > 1 ? remarks.details : remarks.details[0];
  const salt = randomBytes(16).toString('hex');
  const entry = makeEntry({
    scopeId: actor.scopeId,
    id: newId(at),
    at: at.toString(),
    action: action.name,
    actor: actorInLedger(actor),
    outcome,
    about: { ...about, ...remarks.about },
    clauses: remarks.clauses,
    policy: remarks.policy,
    ...(remarks.code === undefined ? {} : { code: remarks.code }),
    ...(detail === undefined ? {} : { detailSha256: detailDigest(salt, detail) }),
  });
  return {
    entry,
    extras: { people: remarks.people, ...(detail === undefined ? {} : { detail: { salt, value: detail } }) },
  };
}

/** A "no" is also a fact: what was tried, by whom, and which clauses said no. Written after the roll-back, on its own. */
async function recordRefusal(
  parts: PipelineParts,
  actor: Actor,
  action: AnyAction,
  input: unknown,
  at: Temporal.Instant,
  failure: Failure,
): Promise<void> {
  if (actor.kind === 'visitor' || actor.scopeId === null) return;
  const ids = Object.entries((input ?? {}) as Record<string, unknown>).filter(([key]) => key.endsWith('Id'));
  const about = Object.fromEntries(ids.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  const made = entryOf(
    actor,
    action,
    at,
    failure.kind as 'forbidden' | 'refused-by-policy',
    { clauses: [...failure.clauses], about: {}, details: [], people: [], policy: null, code: failure.code },
    about,
  );
  if (!made) return;
  await appendAlone(parts, actor, made);
  parts.unsealed(made.entry.scopeId);
}

/** An entry in a transaction of its own. */
async function appendAlone(
  parts: PipelineParts,
  actor: Actor,
  { entry, extras }: { entry: Entry; extras: EntryExtras },
): Promise<void> {
  const unit = await parts.begin(identityOf(actor), 'write');
  try {
    await allOf([unit.append(entry, extras), unit.commit()]);
  } catch (error) {
    await unit.rollback(error);
    throw error;
  }
}

/** All statements are on their way at once: of those that failed the first is the cause, the others only follow from it. */
async function allOf(statements: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(statements)).find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
