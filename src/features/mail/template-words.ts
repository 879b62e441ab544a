// What each kind of mail is called in the list of messages.
import type { TemplateName } from './templates.ts';

export const TEMPLATE_WORDS: Readonly<Record<TemplateName, string>> = {
  invitation: 'Invitation to join',
  recovery: 'Link to set a new password',
  'recovery-asked': 'Link to set a new password, asked for at the sign-in page',
  notice: 'Notice sent at once',
  digest: 'Daily digest',
  test: 'Test message',
};
