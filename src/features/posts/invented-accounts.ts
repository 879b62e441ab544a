// Invented accounts on four kinds of platform, for the tests of publishing by hand.
export const onBluesky = {
  nameInFull: 'Millrace on Bluesky',
  platformName: 'Bluesky',
  address: 'https://bsky.app/profile/millrace.example',
  composerUrl: 'https://bsky.app/intent/compose?text={words}',
  hosts: ['bsky.app'],
};
export const onFacebook = {
  nameInFull: 'Millrace Primary on Facebook',
  platformName: 'Facebook',
  address: 'https://www.facebook.com/millraceprimary',
  composerUrl: 'https://www.facebook.com/',
  hosts: ['facebook.com', 'fb.com'],
};
export const onMastodon = {
  nameInFull: 'Millrace on Mastodon',
  platformName: 'Mastodon',
  address: 'https://social.millrace.example/@news',
  composerUrl: 'https://{host}/share?text={words}',
  hosts: [],
};
export const onWebsite = {
  nameInFull: 'News on School website',
  platformName: 'School website',
  address: 'https://millrace.example/news',
  composerUrl: '',
  hosts: [],
};
