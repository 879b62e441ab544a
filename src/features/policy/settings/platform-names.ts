// The kinds of platform a policy can name when it says something for one of them.

export const platformNames = [
  'facebook',
  'instagram',
  'threads',
  'x',
  'bluesky',
  'mastodon',
  'linkedin',
  'youtube',
  'tiktok',
  'snapchat',
  'whatsapp',
  'noticeboard',
  'website',
  'blog',
  'other',
] as const;

export type PlatformName = (typeof platformNames)[number];
