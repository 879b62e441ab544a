// The kinds of platform a policy can name when it says something for one of them.

export const platformLabels = {
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  x: 'X',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  linkedin: 'LinkedIn',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  snapchat: 'Snapchat',
  whatsapp: 'WhatsApp',
  noticeboard: 'the noticeboard',
  website: 'the website',
  blog: 'a blog',
  other: 'any other platform',
} as const;

export type PlatformName = keyof typeof platformLabels;
export const platformNames = Object.keys(platformLabels) as [PlatformName, ...PlatformName[]];
