// What the button of each kind of duty says, and which kinds are the first steps of a new school.

const BUTTONS: Readonly<Record<string, string>> = {
  'posts.decide': 'Read it and decide',
  'posts.answer': 'Read it and answer',
  'posts.sent-back': 'Read what was asked',
  'posts.publish-by-hand': 'Get the words and pictures',
  'posts.send-again': 'See what to do',
  'posts.take-down-by-hand': 'Take it down',
  'posts.find-out': 'Look, and say',
  'posts.review': 'Look at it again',
  'acknowledgement.confirm': 'Read it now',
  'acknowledgement.speak': 'See who',
  'acknowledgement.overdue': 'See who',
  'acknowledgement.refused': 'Read why',
  'people.import-roll': 'Import the list',
  'people.invite': 'Invite somebody',
  'people.name-headteacher': 'Name them',
  'people.name-dsl': 'Name them',
  'people.name-deputy': 'Name a deputy',
  'people.second-factor': 'Add a second step',
  'schools.enter-calendar': 'Enter the year',
  'schools.enter-hours': 'Enter the hours',
  'schools.calendar-ends': 'Enter the next year',
  'schools.bank-holidays-end': 'Read a newer list',
  'schools.calendar-changed': 'See what changed',
  'schools.calendar-unread': 'See why',
  'schools.renew-secret': 'Type the new one',
  'people.gap': 'Name somebody',
  'reviews.sign-off': 'Review it',
  'reviews.finish': 'See how it stands',
  'reviews.coming': 'See when',
  'reviews.implement': 'See what is open',
  'reviews.consult': 'Write your note',
  'reviews.look': 'Look at it',
  'references.confirm': 'Look and confirm',
  'references.missing': 'Enter them',
  'mail.failing': 'See what is wrong',
  'operation.jobs-failed': 'See what failed',
  'operation.backup-none': 'Plan backups',
  'operation.backup-failed': 'See why',
  'operation.backup-old': 'See the backups',
  'operation.disk-low': 'See what takes room',
  'operation.certificate-ends': 'See when',
};

export const buttonOf = (kind: string): string => BUTTONS[kind] ?? 'Open it';

const FIRST_STEPS = ['schools.enter-calendar', 'schools.enter-hours', 'operation.backup-none'];

export const isFirstStep = (kind: string): boolean => kind.startsWith('people.') || FIRST_STEPS.includes(kind);
