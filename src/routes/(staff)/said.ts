// What was just done, told once on the page that one is sent back to: `?said=saved`.
import { redirect } from '@sveltejs/kit';

const WORDS = {
  saved: 'Saved.',
  added: 'Added to the directory.',
  absence: 'Noted. Deputies stand in for those days.',
  given: 'Given. Those concerned are told.',
  ended: 'Ended.',
  deputy: 'The deputy is noted, and told.',
  left: 'Noted. Everything this person holds here ends on that day.',
  leaving: 'Noted. After the last day everything they are and hold here ends by itself.',
  stays: 'Noted. Everything goes on as it was.',
  withdrawn: 'The link is taken back; it no longer opens.',
  'signed-out': 'That session has ended.',
  revoked: 'The token is taken back; it stopped working at once.',
  'provider-to-try': 'Kept. Now try it, then switch it on.',
  'provider-on': 'Switched on. Its button stands on the sign-in page.',
  'provider-off': 'Switched off. Everybody signs in with their password again.',
  'provider-removed': 'Removed, with its client secret.',
  'provider-joined': 'Joined. From now on you can sign in by it.',
  'provider-parted': 'Parted. Nobody signs in as you by that account any more.',
  'app-on': 'Your authenticator app is joined. From now on you type its code when you sign in.',
  'app-off': 'Your authenticator app is taken away.',
  'passkey-on': 'Your passkey is joined.',
  'passkey-off': 'The passkey is taken away; it no longer lets anybody in.',
  proved: 'Thank you. Now go on.',
  'not-me': 'Everybody else is signed out, your access tokens have ended, and your new password is set.',
  'access-ended': 'Their access has ended, everywhere and at once. Invite them to undo it.',
  password: 'Your password is changed, and every other session has ended.',
  'post-withdrawn': 'Withdrawn. It is a draft again.',
  'post-taken-back': 'Your approval is taken back. It is a draft again and goes out only when approved anew.',
  'post-discarded': 'Put away. It stays on record and cannot go out.',
  'post-taken-down': 'It is being taken down. What happened stays on record.',
  'post-sent-again': 'It is on its way there again.',
  'post-left-out': 'Noted. It does not go there.',
  'post-answered': 'Answered. Its author is told.',
  'post-reviewed': 'Noted. The emergency is looked at and closed.',
  'post-approved': 'Approved.',
  'post-approved-partly': 'Your approval is noted. Somebody else must approve it too.',
  'post-sent-back': 'Sent back. Its author is told what should change.',
  'post-refused': 'Refused. Its author is told why.',
  'by-hand-published': 'Noted, with its address as proof.',
  'by-hand-missing': 'Noted: it is not there.',
  'by-hand-removed': 'Noted: it is gone.',
  registered: 'Entered in the register.',
  'account-closed': 'Closed. It stays on record, and nobody may write for it any more.',
  asked: 'Asked. You are told when it is answered.',
  declined: 'Declined, and told.',
  platform: 'The catalogue is changed.',
  'calendar-waits': 'Here it is. Nothing of it counts yet.',
  'calendar-asked': 'It is being fetched.',
  'calendar-taken': 'Taken. This is the school year now.',
  'calendar-dropped': 'Put away. Nothing was changed.',
  'setting-changed': 'Changed. It holds from now on, and the ledger keeps who decided it and when.',
  'setting-waits': 'Noted. It takes over on its day; until then it can be called off.',
  'setting-called-off': 'Called off. What is in force stays as it is.',
  'job-retried': 'It is tried again now. Load this page again in a moment to see how it went.',
  'backup-asked': 'It is being made. Load this page again in a while to see how it went.',
  'job-given-up': 'Given up. It is out of the queue, and the ledger keeps that you did it.',
  'mail-set': 'Kept. Now send a test message.',
  'mail-tried': 'Tried.',
  'mail-removed': 'Forgotten, with its password. Gatepost sends no mail by it any more.',
  'mail-again': 'It is tried again now.',
  'mail-bounced': 'Noted. It stands here until the address changes or a later mail is taken.',
  'link-mailed': 'The link is on its way to their own address.',
  'adoption-sent': 'Sent. Whoever decides first is told.',
  'adoption-approved': 'Approved. Whoever is next is told.',
  'adoption-ended': 'Noted, and told to whoever sent it.',
  'meeting-adopted': 'Recorded. Now it is signed.',
  'meeting-against': 'Recorded. It is not adopted, and goes back to be written.',
  'meeting-not-quorate': 'Recorded. Without its quorum the meeting decided nothing.',
  'adoption-signed': 'Signed, and sealed in the ledger. You can take your signature with you.',
  'policy-adopted': 'Adopted. It is in force by itself from its day.',
  'adoption-withdrawn': 'Withdrawn. What is in force stays as it is.',
  'in-force': 'Noted. The ledger keeps who decided it and when.',
} as const;

export type Saying = keyof typeof WORDS;

/** After a form: back to the page, so that loading it again sends nothing twice. */
export const backTo = (path: string, said: Saying): never =>
  redirect(303, `${path}${path.includes('?') ? '&' : '?'}said=${said}`);

/** Only ever our own words, whatever the address says. */
export const saidIn = (url: URL): string | null => {
  const said = url.searchParams.get('said');
  return said !== null && Object.hasOwn(WORDS, said) ? WORDS[said as Saying] : null;
};
