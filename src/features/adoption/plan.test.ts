// Who signs after whom: nobody is asked for a second signature, and no line is left that nobody can sign on.
import { expect, it } from 'vitest';
import { signersFor } from './plan.ts';
import { lineOf, slotsFor, type GivenSignature } from './slots.ts';

const RUTH = { personId: 'ruth', name: 'Ruth Okoye' };
const HELEN = { personId: 'helen', name: 'Helen Marsh' };
const HOLDS: Readonly<Record<string, typeof RUTH>> = { headteacher: HELEN, 'chair-of-governors': RUTH };

it('the headteacher signs first and responsible persons last, in whichever order the policy names them', () => {
  expect(signersFor(['responsible-person', 'chair-of-governors', 'headteacher'])).toEqual([
    'headteacher',
    'chair-of-governors',
    'responsible-person',
  ]);
});

it('a chair who is a responsible person too signs once, as the chair, and nothing is missing', () => {
  const signatures: GivenSignature[] = [];
  const lines = () =>
    slotsFor({
      roles: signersFor(['headteacher', 'responsible-person', 'chair-of-governors']),
      candidatesFor: (role) => [{ ...HOLDS[role]!, standingInFor: null }],
      register: [HELEN, RUTH],
      signatures,
      approved: true,
    });
  for (const { personId } of [HELEN, RUTH]) {
    const { role: capacity } = lineOf(lines(), personId)!;
    signatures.push({ id: personId, personId, capacity, standingInFor: null });
  }
  expect(signatures.map(({ capacity }) => capacity)).toEqual(['headteacher', 'chair-of-governors']);
  expect(lines().filter(({ signature }) => signature === null)).toEqual([]);
});
