// Under which heading a setting stands, by the first word of its id.
const AREAS: Readonly<Record<string, readonly string[]>> = {
  'School accounts': ['account', 'runner', 'channels', 'vault', 'apps', 'leaver', 'directory'],
  'Before a post goes out': ['approval', 'post', 'content', 'checks', 'freeze', 'deviation'],
  'Pupils, names and pictures': ['consent', 'media', 'pupils', 'parentPost', 'curriculum'],
  'Answering people': ['inbox', 'moderation', 'press', 'reputation', 'monitor', 'parents'],
  'Your own accounts': ['contact', 'personalUse', 'workUse', 'declaration'],
  Concerns: ['incident', 'safeguarding', 'outcomes'],
  'The policy itself': [
    'scope',
    'adoption',
    'ack',
    'training',
    'review',
    'roles',
    'questions',
    'definitions',
    'retention',
  ],
};

export function areaOf(settingId: string): string {
  const word = settingId.slice(0, settingId.indexOf('.'));
  return Object.entries(AREAS).find(([, words]) => words.includes(word))?.[0] ?? 'Further settings';
}

export const AREA_ORDER: readonly string[] = [...Object.keys(AREAS), 'Further settings'];
