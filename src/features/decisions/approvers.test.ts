import { describe, expect, test } from 'vitest';
import { approversFor, type Holder } from './approvers.ts';
import { tally } from './decision.ts';

const holder = (personId: string, more: Partial<Holder> = {}): Holder => ({
  personId,
  name: personId,
  away: false,
  deputyId: null,
  ...more,
});
const school = (holders: Record<string, Holder[]>) => (role: string) => holders[role] ?? [];
const nobody = new Set<string>();
const lastResort = ['deputy-headteacher', 'chair-of-governors'];

describe('who decides', () => {
  test('whoever the policy names, in its order', () => {
    const holdersOf = school({ slt: [holder('sam')], headteacher: [holder('ngozi')] });
    const found = approversFor({ lastResort, roles: ['headteacher', 'slt'], holdersOf, notThese: nobody });
    expect(found.map((one) => one.personId)).toEqual(['ngozi', 'sam']);
  });
  test('never an author, whatever the role', () => {
    const holdersOf = school({ headteacher: [holder('ngozi')], 'deputy-headteacher': [holder('dee')] });
    const found = approversFor({ lastResort, roles: ['headteacher'], holdersOf, notThese: new Set(['ngozi']) });
    expect(found.map((one) => one.personId)).toEqual(['dee']);
  });
  test('the dated deputy of whoever is away, and of an author', () => {
    const holdersOf = school({ headteacher: [holder('ngozi', { away: true, deputyId: 'dee' })] });
    expect(approversFor({ lastResort, roles: ['headteacher'], holdersOf, notThese: nobody })).toEqual([
      { personId: 'dee', because: 'headteacher', standingInFor: 'ngozi' },
    ]);
    const here = school({ headteacher: [holder('ngozi', { deputyId: 'dee' })] });
    expect(
      approversFor({ lastResort, roles: ['headteacher'], holdersOf: here, notThese: new Set(['ngozi']) })[0]?.personId,
    ).toBe('dee');
    expect(
      approversFor({ lastResort, roles: ['headteacher'], holdersOf: here, notThese: nobody }).map(
        (one) => one.personId,
      ),
    ).toEqual(['ngozi']);
  });
  test('whoever holds the role too stands in for nobody in it', () => {
    const holdersOf = school({ dsl: [holder('sara', { away: true, deputyId: 'sol' }), holder('sol')] });
    expect(approversFor({ lastResort, roles: ['dsl'], holdersOf, notThese: nobody })).toEqual([
      { personId: 'sol', because: 'dsl', standingInFor: null },
    ]);
  });
  test('a deputy who is an author is passed over too; then the deputy head, then the chair', () => {
    const holdersOf = school({
      headteacher: [holder('ngozi', { away: true, deputyId: 'dee' })],
      'deputy-headteacher': [holder('dee')],
      'chair-of-governors': [holder('chris')],
    });
    const found = approversFor({ lastResort, roles: ['headteacher'], holdersOf, notThese: new Set(['dee']) });
    expect(found.map((one) => one.personId)).toEqual(['chris']);
  });
  test('the order of the last resort is the policy’s, and it may have none', () => {
    const holdersOf = school({ 'deputy-headteacher': [holder('dee')], 'chair-of-governors': [holder('chris')] });
    const asked = { roles: ['headteacher'], holdersOf, notThese: nobody };
    expect(
      approversFor({ ...asked, lastResort: ['chair-of-governors', 'deputy-headteacher'] }).map((one) => one.personId),
    ).toEqual(['chris']);
    expect(approversFor({ ...asked, lastResort: [] })).toEqual([]);
  });
  test('nobody left: it waits', () => {
    const holdersOf = school({ headteacher: [holder('ngozi')] });
    expect(approversFor({ lastResort, roles: ['headteacher'], holdersOf, notThese: new Set(['ngozi']) })).toEqual([]);
  });
});

describe('votes add up', () => {
  test('one approval of one, two of two, the same person counted once', () => {
    expect(tally(1, [{ personId: 'a', answer: 'approve' }]).state).toBe('approved');
    expect(
      tally(2, [
        { personId: 'a', answer: 'approve' },
        { personId: 'a', answer: 'approve' },
      ]),
    ).toEqual({ state: 'open', wanting: 1 });
    expect(
      tally(2, [
        { personId: 'a', answer: 'approve' },
        { personId: 'b', answer: 'approve' },
      ]).state,
    ).toBe('approved');
  });
  test('an approval can be taken back; a refusal or sending back ends it', () => {
    expect(
      tally(1, [
        { personId: 'a', answer: 'approve' },
        { personId: 'a', answer: 'take-back' },
      ]).state,
    ).toBe('open');
    expect(
      tally(2, [
        { personId: 'a', answer: 'approve' },
        { personId: 'b', answer: 'refuse' },
      ]).state,
    ).toBe('refused');
    expect(tally(1, [{ personId: 'a', answer: 'send-back' }]).state).toBe('sent-back');
  });
});
