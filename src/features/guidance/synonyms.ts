// Words that people at schools use for the same thing, made by hand; and what a name stands for more broadly.

/** Each line means the same. Two words belong together wherever both occur. */
export const SAME: readonly (readonly string[])[] = [
  ['photograph', 'photo', 'picture', 'image', 'pic', 'snap', 'selfie'],
  ['video', 'film', 'clip', 'recording', 'livestream', 'reel'],
  ['pupil', 'child', 'children', 'kid', 'student', 'learner', 'boy', 'girl'],
  ['former pupil', 'ex pupil', 'old pupil', 'past pupil', 'alumni', 'past student', 'former student'],
  ['parent', 'carer', 'mum', 'dad', 'mother', 'father', 'family', 'families', 'guardian'],
  ['telephone', 'phone', 'mobile', 'smartphone', 'handset'],
  ['equipment', 'device', 'laptop', 'tablet', 'ipad', 'camera', 'computer'],
  ['headteacher', 'head', 'principal'],
  ['safeguarding', 'dsl', 'child protection'],
  ['business manager', 'bursar', 'sbm'],
  ['governor', 'trustee', 'governing body'],
  ['post', 'publish', 'upload', 'tweet', 'share'],
  ['contact', 'befriend', 'friend', 'follow', 'connect', 'link'],
  ['message', 'dm', 'inbox', 'direct message', 'private message'],
  ['answer', 'reply', 'respond', 'response'],
  ['comment', 'react', 'like'],
  ['consent', 'permission', 'agreement', 'agree', 'permit'],
  ['name', 'surname', 'full name', 'tag', 'mention'],
  ['private', 'personal', 'own', 'privately'],
  ['swear', 'rude', 'offensive', 'bad language'],
  ['bully', 'bullying', 'harass', 'cyberbully', 'trolling'],
  ['threat', 'threaten', 'threatening'],
  ['joke', 'banter', 'humour', 'ridicule', 'funny'],
  ['journalist', 'press', 'newspaper'],
  ['password', 'passcode', 'login'],
  ['confidential', 'secret', 'gossip'],
  ['opinion', 'view', 'politics', 'political', 'election', 'party'],
  ['religion', 'religious', 'faith', 'belief'],
  ['sell', 'advertise', 'gain', 'advert', 'promote', 'sponsor'],
  ['copyright', 'copied', 'music', 'song', 'lyrics', 'logo'],
  ['location', 'place', 'whereabouts', 'trip', 'visit', 'residential'],
  ['break', 'lunch', 'lunchtime', 'playtime', 'breaktime'],
  ['work', 'job', 'working hours', 'school hours'],
  ['remove', 'delete', 'take down', 'withdraw'],
  ['approve', 'approval', 'sign off', 'signoff', 'authorise', 'clearance'],
  ['account', 'profile', 'page', 'channel', 'handle'],
  ['leave', 'leaver', 'resign', 'retire'],
  ['complain', 'complaint', 'moan', 'grumble', 'criticise'],
  ['age', 'underage', 'thirteen', 'minimum age', 'too young'],
  ['extremism', 'extremist', 'radicalisation', 'prevent', 'terrorism'],
  ['monitor', 'watch', 'track', 'spy'],
  ['employer', 'workplace', 'where work'],
  ['colleague', 'teacher', 'staff', 'employee', 'coworker', 'grown ups', 'adult'],
  ['training', 'course', 'induction'],
  ['supply', 'cover teacher', 'agency'],
  ['address', 'postcode', 'home address'],
  ['email', 'mail'],
  ['closure', 'snow', 'emergency', 'urgent'],
  ['depart', 'departure', 'deviate', 'exception', 'break rule'],
  ['unsure', 'doubt', 'not sure'],
  ['play', 'concert', 'event', 'performance', 'assembly', 'sports day'],
  ['game', 'gaming', 'roblox', 'minecraft', 'fortnite'],
  ['holiday', 'weekend', 'evening', 'outside work'],
];

/** What is meant where a policy speaks of the kind and not of the name. Counts for less than the name itself. */
export const BROADER: Readonly<Record<string, readonly string[]>> = {
  facebook: ['social media', 'social network', 'platform'],
  instagram: ['social media', 'social network', 'platform'],
  snapchat: ['social media', 'social network', 'platform'],
  tiktok: ['social media', 'video', 'platform'],
  twitter: ['social media', 'social network', 'platform'],
  threads: ['social media', 'social network', 'platform'],
  linkedin: ['social media', 'social network', 'platform'],
  youtube: ['social media', 'video', 'platform'],
  whatsapp: ['messaging', 'group', 'social media', 'chat'],
  messenger: ['messaging', 'chat', 'social media'],
  chat: ['messaging', 'group', 'message'],
};

/** What a question is made of besides its matter. */
export const ASKING: ReadonlySet<string> = new Set(
  (
    'a an and any anybody anyone am are as at be been being by can cannot could did do does doing dont for from get ' +
    'go going had has have having he her hers him his how i if in into is it its just let lets like may me might my ' +
    'need of off ok okay on one only or our ours out please put she should so some somebody someone something than ' +
    'that the their theirs them then there these they thing this those to too us use using want was we were what ' +
    'when where whether which while who whom why will with would you your yours allowed allow rule rules ' +
    'policy school schools about not no yes say says said show tell told make made must shall ought also still ever new'
  ).split(' '),
);
