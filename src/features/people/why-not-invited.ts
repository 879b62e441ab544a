// Why somebody is not invited with the others, in words, and what to do instead.
import { z } from 'zod';

export interface Invitee {
  readonly email: string;
  readonly joined: boolean;
  readonly left: boolean;
  readonly works: boolean;
  /** The head, a safeguarding lead or anybody else whom a policy may name to decide. */
  readonly decides: boolean;
  /** When they were last invited within a day, if they were. */
  readonly asked_at: string | null;
}

export interface WhyNot {
  readonly problem: string;
  readonly remedy: string;
}

/** What somebody decides by must not lie about on paper. */
export const OWN_ADDRESS_ONLY: WhyNot = {
  problem: 'Decides at this school, so their link goes to their own address only.',
  remedy: 'Invite them by mail, or from their page, and send the link to their own address.',
};

const address = z.email();

export function whyNotInvited(invitee: Invitee, way: 'mail' | 'paper'): WhyNot | null {
  if (invitee.joined) return { problem: 'Can sign in already.', remedy: 'Nothing is to be done.' };
  if (invitee.left) return { problem: 'Has left.', remedy: 'Nothing is to be done.' };
  if (!invitee.works)
    return {
      problem: 'Does not work for the school.',
      remedy: 'First enter them as a member of staff, governor, volunteer or contractor.',
    };
  if (invitee.email === '')
    return {
      problem: 'Has no e-mail address here, and people sign in with their own.',
      remedy: 'Enter their own address on their page, then invite them again.',
    };
  if (!address.safeParse(invitee.email).success)
    return {
      problem: `“${invitee.email}” is no e-mail address.`,
      remedy: 'Correct it on their page, then invite them again.',
    };
  if (invitee.decides && way === 'paper') return OWN_ADDRESS_ONLY;
  if (invitee.asked_at !== null)
    return {
      problem: 'Was invited less than a day ago.',
      remedy: 'Wait until tomorrow. If the link is lost, make another on their page.',
    };
  return null;
}
