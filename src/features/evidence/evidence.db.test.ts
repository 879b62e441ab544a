// The evidence of clauses, on a real ledger: what counts, under which version, for which day, and who may look.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEntry } from '#kernel/ledger.ts';
import { newId } from '#kernel/id.ts';
import { operator } from '#kernel/actor.ts';
import { failureOf, openWholeApp, type Ready, type WholeApp } from '#test/whole-app.ts';
import { makeTrust } from '../policy/trust/trust.fixture.ts';

let app: WholeApp;
let mill: Ready;
beforeAll(async () => {
  app = await openWholeApp();
  mill = await app.ready('tpat');
  await sealed();
});
afterAll(() => app.close());

const sealed = (school = mill.school.id) => app.database.sealer.sealNow(school);
/** As if it had been written by an action. */
async function file({ scopeId, id, at, body, sha256 }: ReturnType<typeof makeEntry>) {
  const whole = [scopeId, id, at, body, sha256];
  await app.rows('insert into entry (scope_id, id, at, body, sha256) values ($1, $2, $3, $4, $5)', whole);
  await app.rows('insert into entry_pending (scope_id, entry_id, at) values ($1, $2, $3)', [scopeId, id, at]);
  await sealed(scopeId);
}
const asHead = () => app.as(mill.head).evidence;
const clause = async (clauseId: string, more: object = {}) => (await asHead().readClause({ clauseId, ...more })).clause;

describe('a clause', () => {
  it('shows what was done under it, and walks back to the very entries', async () => {
    const authorised = await clause('TP-46');
    const grants = (await app.ledger(mill.school.id)).filter(({ action }) => action === 'accounts.grantAuthority');
    expect(authorised.state).toBe('working');
    const control = authorised.controls.find(({ id }) => id === 'accounts.authorisation')!;
    expect(control.actions.find(({ name }) => name === 'accounts.grantAuthority')?.tally.done).toBe(grants.length);
    expect(authorised.named.done).toBe(grants.length);

    const { entries, more } = await asHead().listEntries({ clauseId: 'TP-46', onlyNamed: true });
    expect(more).toBe(false);
    expect(entries.map(({ id }) => id).toSorted()).toEqual(grants.map(({ id }) => id).toSorted());
    const [row] = await app.rows<{ sha256: string; sealed: string }>(
      `select e.sha256, s.sha256 as sealed from entry e join seal s on s.scope_id = e.scope_id and e.id = any(s.entry_ids)
        where e.scope_id = $1 and e.id = $2`,
      [mill.school.id, entries[0]!.id],
    );
    expect(entries[0]).toMatchObject({
      who: { name: 'Ngozi Okafor', role: 'Headteacher' },
      what: 'Authorise somebody to write for an account, or to run it.',
      outcome: 'done',
      version: 1,
      sha256: row!.sha256,
      seal: { sha256: row!.sealed },
      thing: { words: 'The account', href: `/accounts/${mill.board}` },
    });
  });

  it('has honestly none where nothing makes it real yet', async () => {
    const { clauses } = await asHead().listClauses({ state: 'not-yet' });
    expect(clauses.length).toBeGreaterThan(0);
    for (const one of clauses) {
      expect(one.controls.every(({ isReal }) => !isReal)).toBe(true);
      expect(one.gaps.length).toBe(one.controls.length);
      expect(one.gaps.every((gap) => gap.startsWith('Not yet: '))).toBe(true);
    }
  });

  it('says that it works and nothing has happened yet', async () => {
    const { clauses, states } = await asHead().listClauses({});
    const quiet = clauses.filter(({ state }) => state === 'quiet');
    expect(quiet.length).toBe(states.quiet);
    expect(quiet.every(({ entries }) => entries === 0)).toBe(true);
    expect(states.working + states.quiet + states['not-yet']).toBe(clauses.length);
  });

  it('counts what was stopped, refused and forbidden, each entry once', async () => {
    const other = await app.ready('tpat', { name: 'Fairwater School', pupils: ['Zebedee,Quartermaine,4,Kestrel'] });
    const { postId } = await other.draft(other.author, { words: 'Well done Zebedee Quartermaine, our runner!' });
    const answer = await app.as(other.author).posts.submit({ postId });
    expect(answer.outcome).toBe('blocked');
    await failureOf(app.as(other.colleague).accounts.close({ accountId: other.board, reason: 'For fun' }));
    await sealed(other.school.id);
    const { clauses } = await app.as(other.head).evidence.listClauses({});
    const [cited] = answer.check.findings[0]!.clauses;
    const found = clauses.find(({ id }) => id === cited)!;
    expect(found.named).toMatchObject({ stopped: 1, done: 0 });
    expect(found.tally.stopped).toBe(1);
    const { entries } = await app.as(other.head).evidence.listEntries({ clauseId: found.id, outcome: 'stopped' });
    expect(entries).toMatchObject([{ action: 'posts.submit', outcome: 'stopped', who: { name: 'Priya Raman' } }]);
    const forbidden = clauses.find(({ controls }) => controls.some(({ id }) => id === 'accounts.register'))!;
    expect(forbidden.tally.forbidden + forbidden.tally.refused).toBe(1);
  });

  it('dates evidence by when it happened, not by when it was filed', async () => {
    const { id: scopeId } = mill.school;
    const filed = app.clock.now();
    const entry = makeEntry({
      scopeId,
      id: newId(filed),
      at: filed.toString(),
      action: 'accounts.grantAuthority',
      actor: { kind: 'person', person: mill.head.personId, via: 'session' },
      outcome: 'done',
      about: { account: mill.board, happened: '2036-11-03' },
      clauses: ['TP-46'],
      policy: null,
    });
    await file(entry);
    const days = { since: '2036-11-03', until: '2036-11-03' };
    // Before there was a policy nothing of it can have been evidence of its clause.
    expect((await clause('TP-46', days)).named.done).toBe(0);
    const [line] = await app.rows<{ day: string }>(
      `select (happened_at at time zone 'Europe/London')::date::text as day from evidence_line
        where scope_id = $1 and entry_id = $2 and clause = ''`,
      [scopeId, entry.id],
    );
    expect(line!.day).toBe('2036-11-03');
    const counts = await app.rows<{ n: string }>(
      `select sum(n) as n from evidence_day where scope_id = $1 and day = '2036-11-03' and clause = 'TP-46'`,
      [scopeId],
    );
    expect(Number(counts[0]!.n)).toBe(1);
  });

  it('belongs to the version in force then: a later policy without the clause has none of it', async () => {
    const school = await app.ready('tpat', { name: 'Larkfield School' });
    await sealed(school.school.id);
    const asIts = () => app.as(school.head).evidence;
    expect((await asIts().readClause({ clauseId: 'TP-46' })).clause.state).toBe('working');
    await app.as(operator(school.school.id)).policy.putInForce({
      model: 'the-grange',
      reason: 'Another policy',
      effectiveOn: '2036-11-22',
    });
    app.clock.advance({ hours: 24 });
    await sealed(school.school.id);
    expect((await failureOf(asIts().readClause({ clauseId: 'TP-46' }))).kind).toBe('not-found');
    const { clauses } = await asIts().listClauses({});
    const authorisation = clauses.filter(({ controls }) => controls.some(({ id }) => id === 'accounts.authorisation'));
    expect(authorisation.length).toBeGreaterThan(0);
    expect(authorisation.map(({ tally }) => tally.done).filter((done) => done > 0)).toEqual([]);
    app.clock.advance({ hours: -24 });
  });

  it('is the trust’s where the school’s own policy is silent, and counts from the day on which the trust had one', async () => {
    const trust = await makeTrust(app as unknown as Parameters<typeof makeTrust>[0], 'Wood Trust');
    const school = await app.ready('tpat', { name: 'Linden School' });
    await app.rows('update school set trust_id = $2 where id = $1', [school.school.id, trust.trustId]);
    const asIts = () => app.as(school.head).evidence;
    const own = (await asIts().listClauses({})).clauses.length;
    await trust.api().putTrustInForce({ model: 'st-nicholas', reason: 'Agreed by the trustees.' });
    await school.approved(school.author, {});
    await sealed(school.school.id);

    const { clauses } = await asIts().listClauses({});
    expect(clauses.length).toBeGreaterThan(own);
    const listed = clauses.find(({ id }) => id === 'trust:SN-116')!;
    expect(listed.under).toBe('Of the trust’s policy: Official use of social media');
    const asked = { clauseId: listed.id, since: '2036-11-01' };
    const { clause: found, period, settings } = await asIts().readClause(asked);
    expect(found).toMatchObject({ state: 'working', entries: listed.entries });
    expect(period.since).toBe('2036-11-21');
    expect(settings).toContainEqual(expect.objectContaining({ id: 'approval.secondReader', source: 'trust' }));
    const { entries } = await asIts().listEntries(asked);
    expect(entries).toHaveLength(found.entries);
    expect(entries.map(({ action }) => action)).toContain('posts.approve');
  });

  it('can be asked for a part at a time', async () => {
    const { clauses, all } = await asHead().listClauses({});
    expect(all).toBe(clauses.length);
    const part = await asHead().listClauses({ from: 2, most: 3 });
    expect(part.clauses.map(({ id }) => id)).toEqual(clauses.slice(1, 4).map(({ id }) => id));
    expect(part.all).toBe(all);
    const quiet = await asHead().listClauses({ state: 'quiet', from: 1, most: 1 });
    expect(quiet.all).toBe(quiet.states.quiet);
    expect(quiet.clauses).toHaveLength(Math.min(1, quiet.all));
  });

  it('gives its entries in pages, none twice and none left out', async () => {
    for (let i = 0; i < 60; i++) await mill.draft(mill.author);
    await sealed();
    const { entries: total } = await clause('TP-46');
    const seen: string[] = [];
    let place = {};
    for (;;) {
      const { entries, more } = await asHead().listEntries({ clauseId: 'TP-46', ...place });
      seen.push(...entries.map(({ id }) => id));
      if (!more) break;
      const last = entries.at(-1)!;
      place = { afterAt: last.happenedAt, afterId: last.id };
    }
    expect(seen.length).toBe(total);
    expect(new Set(seen).size).toBe(total);
  });
});

describe('who may look', () => {
  it('shows governors what was done by which role, and nobody by name', async () => {
    const asChair = app.as(mill.chair).evidence;
    const { entries, withNames } = await asChair.listEntries({ clauseId: 'TP-46', onlyNamed: true });
    expect(withNames).toBe(false);
    expect(entries[0]!.who).toEqual({ name: null, role: 'Headteacher' });
    expect(JSON.stringify(entries)).not.toContain('Okafor');
  });

  it('names only to the headteacher who told of a departure', async () => {
    const filed = app.clock.now();
    await file(
      makeEntry({
        scopeId: mill.school.id,
        id: newId(filed),
        at: filed.toString(),
        action: 'departures.open',
        actor: { kind: 'person', person: mill.author.personId, via: 'session' },
        outcome: 'done',
        about: { clause: 'TP-46', kind: 'afterwards' },
        clauses: ['TP-46'],
        policy: null,
      }),
    );
    const dsl = await mill.school.person({ responsibilities: ['dsl'] });
    const whoTo = async (person: typeof dsl) => {
      const asked = { clauseId: 'TP-46', action: 'departures.open' };
      return (await app.as(person).evidence.listEntries(asked)).entries[0]?.who;
    };
    expect(await whoTo(mill.head)).toMatchObject({ name: mill.author.name });
    expect(await whoTo(dsl)).toMatchObject({ name: null });
  });

  it('refuses everybody else, naming the clause', async () => {
    const refusal = await failureOf(app.as(mill.author).evidence.listClauses({}));
    expect(refusal).toMatchObject({ kind: 'forbidden', code: 'evidence-not-yours' });
    expect(refusal.clauses.length).toBeGreaterThan(0);
    const { readClause, listEntries } = app.as(mill.runner).evidence;
    expect((await failureOf(readClause({ clauseId: 'TP-46' }))).kind).toBe('forbidden');
    expect((await failureOf(listEntries({ clauseId: 'TP-46' }))).kind).toBe('forbidden');
  });

  it('asks for days in their order, and for a clause that is there', async () => {
    const turned = await failureOf(asHead().listClauses({ since: '2036-11-20', until: '2036-11-01' }));
    expect(turned.fields.map(({ field }) => field)).toEqual(['since']);
    expect((await failureOf(asHead().readClause({ clauseId: 'XX-999' }))).kind).toBe('not-found');
  });
});
