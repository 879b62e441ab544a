// Reads what the rules need: which version is asked, of whom and how, and how each of them stands.
import type { Context, Db } from '#kernel/context.ts';
import type { PolicyInForce, Ruling } from '#kernel/policy.ts';
import {
  behindOn,
  documentOf,
  livingVersions,
  localDate,
  policyInForce,
  settings,
  versionRows,
  type PolicyDocument,
} from '#features/policy/index.ts';
import { schoolCalendar, schoolYearStart } from '#features/schools/index.ts';
import { askedSince, basesOf, type AskedSince, type Basis } from './basis.ts';
import { askingOf, type Asking, type Kind } from './groups.ts';
import { actRows, askedRows, elsewhereRows, type AskedRow } from './queries.ts';
import { standingOf, type Act, type Standing, type Time } from './standing.ts';

export interface Ask extends AskedSince, Time {
  readonly basis: Basis;
  readonly document: PolicyDocument;
  readonly starter: PolicyDocument;
  readonly policy: PolicyInForce;
  readonly asking: Asking;
  /** It is asked again each school year. */
  readonly isYearly: boolean;
  /** Responsibilities that make somebody a named responsible person. */
  readonly roles: readonly string[];
  /** Clauses that ask for it: who, how and by when. */
  readonly clauses: readonly string[];
  readonly today: string;
}

/** What is asked in this school today: of the version in force, and of the next one that waits. */
export async function asksOf(context: Context): Promise<Ask[]> {
  const { db, scopeId, at } = context;
  const today = await localDate(db, scopeId, at);
  const [rows, starter] = await Promise.all([versionRows(db, scopeId), behindOn(db, today)]);
  return Promise.all(
    basesOf(livingVersions(rows), today).map(async (basis) => {
      const document = (await documentOf(db, scopeId, basis.version.id)) ?? starter;
      // A version that waits is asked for by its own words; the one in force as every other part reads it.
      const policy = basis.isAhead ? policyInForce(document, starter, basis.version.id) : await context.policy();
      const isByTerm = policy.ruling(settings.ack.deadline).value === 'term';
      const termEnds = isByTerm ? await lastDaysOfTerms(db, scopeId) : [];
      return askOf(basis, { document, starter, policy, termEnds }, today);
    }),
  );
}

const lastDaysOfTerms = async (db: Db, schoolId: string): Promise<string[]> =>
  (await schoolCalendar(db, schoolId)).terms.map(({ ends }) => ends).toSorted();

/** The version in force only; null where a school has none yet. */
export const askNow = async (context: Context): Promise<Ask | null> =>
  (await asksOf(context)).find(({ basis }) => !basis.isAhead) ?? null;

function askOf(basis: Basis, read: Pick<Ask, 'document' | 'starter' | 'policy' | 'termEnds'>, today: string): Ask {
  const { policy } = read;
  const who = policy.ruling(settings.ack.who);
  const kind = policy.ruling(settings.ack.kind);
  const deadline = policy.ruling(settings.ack.deadline);
  const days = policy.ruling(settings.ack.days);
  const yearly = policy.ruling(settings.ack.yearly);
  const bound = policy.ruling(settings.scope.personTypes);
  const named = policy.ruling(settings.roles.named);
  const accountable = policy.ruling(settings.roles.accountable);
  return {
    basis,
    ...read,
    asking: askingOf(who.value, bound.value, kind.value),
    isYearly: yearly.value,
    ...askedSince(basis, yearly.value ? schoolYearStart(today) : null),
    days: days.value,
    roles: [...new Set<string>(['headteacher', accountable.value, ...named.value])],
    clauses: citedOf(who, kind, deadline, days, yearly),
    today,
  };
}

/** The policy’s own clauses first; Gatepost’s where it is silent only if there is none. */
function citedOf(...rulings: readonly Ruling<unknown>[]): string[] {
  const own = rulings.filter(({ source }) => source === 'policy');
  return [...new Set((own.length > 0 ? own : rulings).flatMap(({ clauses }) => clauses))];
}

export interface Asked extends AskedRow {
  readonly kind: Kind;
  readonly standing: Standing;
}

/** How everybody who is asked stands, or one person; in the order of names. */
export async function standings(context: Context, ask: Ask, personId: string | null = null): Promise<Asked[]> {
  const { db, scopeId } = context;
  const { basis, asking, roles, today } = ask;
  const people = await askedRows(db, scopeId, { groups: asking.groups, roles, today, personId });
  if (people.length === 0) return [];
  const acts = await actsOf(context, basis, personId);
  return people.map((person) => ({
    ...person,
    kind: asking.kindFor(person.groups),
    standing: standingOf({ ...ask, joined: person.joined }, acts.get(person.id) ?? [], today),
  }));
}

async function actsOf(
  { db, scopeId }: Context,
  { counting }: Basis,
  personId: string | null,
): Promise<ReadonlyMap<string, readonly Act[]>> {
  const [own, elsewhere] = await Promise.all([
    actRows(
      db,
      scopeId,
      counting.map(({ id }) => id),
      personId,
    ),
    elsewhereRows(
      db,
      counting.map(({ sha256 }) => sha256),
    ),
  ]);
  const acts = new Map<string, Act[]>();
  const add = (id: string, act: Act): void => void (acts.get(id)?.push(act) ?? acts.set(id, [act]));
  for (const row of own) {
    add(row.person_id, {
      outcome: row.outcome === 'refused' ? 'refused' : 'confirmed',
      kind: row.kind,
      doneOn: row.done_on,
      at: row.at,
      reason: row.reason,
      n: counting.find(({ id }) => id === row.version_id)!.n,
      recordedBy: row.recorded_by,
      paperId: row.paper_id,
      signatureId: row.signature_id,
      elsewhere: null,
    });
  }
  for (const row of elsewhere) {
    // Its own row comes first where there are both: this one begins at the end of its day.
    add(row.person_id, {
      outcome: 'confirmed',
      kind: row.kind,
      doneOn: row.done_on,
      at: `${row.done_on}T23:59:59Z`,
      reason: '',
      n: counting.find(({ sha256 }) => sha256 === row.document_sha256)!.n,
      recordedBy: null,
      paperId: null,
      signatureId: null,
      elsewhere: row.school_name,
    });
  }
  return acts;
}
