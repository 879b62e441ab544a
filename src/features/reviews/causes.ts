// What can bring a review about, in words. Pure.

/** What the policy may name, and what somebody may always say in words of their own. */
export const CAUSES = {
  'statutory-change': 'The law or statutory guidance has changed',
  'internal-review': 'An internal review calls for it',
  'serious-incident': 'A serious incident',
  'platform-change': 'A platform has changed',
  other: 'Another reason',
} as const;

export type Cause = keyof typeof CAUSES;
export const causes = Object.keys(CAUSES) as [Cause, ...Cause[]];
/** Why a review is held: its day has come, or one of the above. */
export const reviewCauses = ['due', ...causes] as const;
export type ReviewCause = (typeof reviewCauses)[number];

/** Which of them the policy lets bring a review forward by name; another reason may always be given. */
export const openCauses = (named: readonly string[]): Cause[] =>
  causes.filter((cause) => cause === 'other' || named.includes(cause));
