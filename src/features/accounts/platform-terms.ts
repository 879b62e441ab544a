// Where each platform says what it allows. The school's own pages have no terms but the school's.

const TERMS: Readonly<Record<string, string>> = {
  facebook: 'https://www.facebook.com/communitystandards/',
  instagram: 'https://help.instagram.com/477434105621119',
  threads: 'https://help.instagram.com/477434105621119',
  x: 'https://help.x.com/en/rules-and-policies/x-rules',
  bluesky: 'https://bsky.social/about/support/community-guidelines',
  linkedin: 'https://www.linkedin.com/legal/professional-community-policies',
  youtube: 'https://www.youtube.com/howyoutubeworks/policies/community-guidelines/',
  tiktok: 'https://www.tiktok.com/community-guidelines',
  snapchat: 'https://values.snap.com/policy/policy-community-guidelines',
  whatsapp: 'https://www.whatsapp.com/legal/messaging-guidelines',
};

/** Empty where the platform is the school's own, or one of many with rules of their own. */
export const termsOf = (platformKey: string): string => TERMS[platformKey] ?? '';
