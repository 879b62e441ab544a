// The lines to sign on: one a role in its order, and one for each person in the register of responsible persons. Pure.
import type { RoleName } from '#features/policy/index.ts';

export interface Member {
  readonly personId: string;
  readonly name: string;
}

export interface Candidate extends Member {
  /** Id of the holder of the role who is away; null for whoever holds it. */
  readonly standingInFor: string | null;
}

export interface GivenSignature {
  readonly id: string;
  readonly personId: string;
  readonly capacity: string;
  readonly standingInFor: string | null;
}

export interface Slot<S extends GivenSignature = GivenSignature> {
  readonly role: RoleName;
  /** Who may sign here today; nobody = the role is not held. */
  readonly candidates: readonly Candidate[];
  /** Who holds the role today and has signed in another: a person signs once, so they cannot sign here as well. */
  readonly signedElsewhere: readonly Candidate[];
  readonly signature: S | null;
  /** Those before it have signed, so it is its turn. */
  readonly isOpen: boolean;
}

export interface SlotQuestion<S extends GivenSignature> {
  /** In the order of signing. */
  readonly roles: readonly RoleName[];
  readonly candidatesFor: (role: RoleName) => readonly Candidate[];
  /** Each named responsible person once. */
  readonly register: readonly Member[];
  readonly signatures: readonly S[];
  /** Every approval is in. */
  readonly approved: boolean;
}

export function slotsFor<S extends GivenSignature>(question: SlotQuestion<S>): Slot<S>[] {
  const slots: Slot<S>[] = [];
  let isOpen = question.approved;
  for (const role of question.roles) {
    const these = role === 'responsible-person' ? registerSlots(question, isOpen) : [roleSlot(question, role, isOpen)];
    slots.push(...these);
    isOpen &&= these.every(({ signature }) => signature !== null);
  }
  return slots;
}

/** Whoever signed in another role does not also sign in this one: two lines are two people. */
function roleSlot<S extends GivenSignature>(question: SlotQuestion<S>, role: RoleName, isOpen: boolean): Slot<S> {
  const signature = question.signatures.find(({ capacity }) => capacity === role) ?? null;
  const elsewhere = new Set(question.signatures.map(({ personId }) => personId));
  const hasSigned = ({ personId }: Candidate) => signature === null && elsewhere.has(personId);
  const holders = question.candidatesFor(role);
  return {
    role,
    candidates: holders.filter((holder) => !hasSigned(holder)),
    signedElsewhere: holders.filter(hasSigned),
    signature,
    isOpen,
  };
}

/** A responsible person who has signed in a role above has signed. */
const registerSlots = <S extends GivenSignature>(question: SlotQuestion<S>, isOpen: boolean): Slot<S>[] =>
  question.register.map((person) => ({
    role: 'responsible-person',
    candidates: [{ ...person, standingInFor: null }],
    signedElsewhere: [],
    signature: question.signatures.find(({ personId }) => personId === person.personId) ?? null,
    isOpen,
  }));

/** A line that nobody can sign on although its role is held: whoever holds it has signed in another. */
export const isStuck = ({ candidates, signedElsewhere, signature }: Slot): boolean =>
  signature === null && candidates.length === 0 && signedElsewhere.length > 0;

/** The line that this person can sign on now, and in whose place. */
export function lineOf(
  slots: readonly Slot[],
  personId: string,
): (Pick<Slot, 'role'> & Pick<Candidate, 'standingInFor'>) | undefined {
  for (const { role, candidates, signature, isOpen } of slots) {
    const candidate = candidates.find((one) => one.personId === personId);
    if (isOpen && signature === null && candidate) return { role, standingInFor: candidate.standingInFor };
  }
  return undefined;
}
