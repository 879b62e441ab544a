// For which settings another answer can hold for one account, platform or kind of post: those that are read so.
// Anywhere else such an answer would hold nowhere, so it cannot be given.
export const placeKinds = ['account', 'platform', 'category'] as const;
export type PlaceKind = (typeof placeKinds)[number];

const PLACES: Readonly<Record<string, readonly PlaceKind[]>> = {
  'account.authoriser': ['account', 'platform'],
  'approval.secondReader': placeKinds,
  'channels.allowedPlatforms': ['account', 'platform'],
  'content.toneWords': placeKinds,
  'checks.pupilNames': placeKinds,
  'checks.namedPeople': placeKinds,
  'checks.contactDetails': placeKinds,
  'checks.derogatory': placeKinds,
  'checks.offensive': placeKinds,
  'checks.discriminatory': placeKinds,
  'checks.opinions': placeKinds,
  'checks.extremism': placeKinds,
  'checks.confidential': placeKinds,
  'checks.liveLocation': placeKinds,
  'checks.privateContact': placeKinds,
  'checks.personalGain': placeKinds,
  'checks.rightsStatusRequired': placeKinds,
  'checks.suspiciousLinks': placeKinds,
  'checks.altText': placeKinds,
  'checks.incident': placeKinds,
};

export const placesFor = (settingId: string): readonly PlaceKind[] => PLACES[settingId] ?? [];
