// What Gatepost makes real about writing, approving, publishing and taking down a post.
import { defineControl } from '#kernel/control.ts';

export const postsControls = [
  defineControl({
    id: 'posts.official-path',
    kind: 'enforced',
    promise:
      'Every post to a registered account counts as professional and goes through the same path: draft, checks, decision, publication.',
    settings: [],
    cannot: 'It cannot see what is posted on a platform by another route.',
  }),
  defineControl({
    id: 'posts.second-reader',
    kind: 'enforced',
    promise:
      'Where the policy asks for a second reader, no post goes out until somebody else has read and approved it; where it only advises one, leaving it out needs a reason.',
    settings: ['approval.secondReader', 'approval.approver'],
  }),
  defineControl({
    id: 'posts.no-self-approval',
    kind: 'enforced',
    promise: 'Nobody who wrote or edited a post can approve it, by any door and in any role.',
    settings: [],
  }),
  defineControl({
    id: 'posts.exact-approval',
    kind: 'enforced',
    promise: 'An approval covers exactly these words, pictures, accounts and time; any later edit asks for a new one.',
    settings: [],
  }),
  defineControl({
    id: 'posts.expiry',
    kind: 'enforced',
    promise: 'A post that nobody approved by its time expires and is never sent late.',
    settings: [],
  }),
  defineControl({
    id: 'posts.clearance',
    kind: 'workflow',
    promise: 'A finding that needs a named person goes to that person, and the post waits for their decision.',
    settings: ['approval.clearanceBy'],
  }),
  defineControl({
    id: 'posts.contested-finding',
    kind: 'workflow',
    promise:
      'An author may say that a stop is mistaken; that one finding then needs a named person, with the reason on record.',
    settings: ['approval.clearanceBy'],
  }),
  defineControl({
    id: 'posts.unsure',
    kind: 'workflow',
    promise:
      '“I am unsure” parks the draft so that only the person the policy names can release it, and their answer stays with it.',
    settings: ['approval.unsureGoesTo'],
  }),
  defineControl({
    id: 'posts.emergency',
    kind: 'workflow',
    promise:
      'An urgent plain message without pupils can go out on the word of the named people the policy asks for, and is reviewed the next day.',
    settings: ['approval.emergency'],
  }),
  defineControl({
    id: 'posts.reviewer-checklist',
    kind: 'workflow',
    promise:
      'The approver confirms the points the policy lists, such as tone, accuracy, fairness and good name, before approving.',
    settings: ['review.checklist'],
  }),
  defineControl({
    id: 'posts.claim-source',
    kind: 'record',
    promise: 'A post that states facts can carry the source of each claim, which the approver sees.',
    settings: [],
  }),
  defineControl({
    id: 'posts.stated-basis',
    kind: 'workflow',
    promise:
      'A post naming or showing people needs a stated basis, such as their public role, before it can be submitted.',
    settings: [],
  }),
  defineControl({
    id: 'posts.linked-policies',
    kind: 'guide',
    promise:
      'The linked policies are one click away when a post is submitted, each with its own item on the list to confirm.',
    settings: ['review.checklist'],
  }),
  defineControl({
    id: 'posts.tone-guide',
    kind: 'guide',
    promise: 'The tone words for the account, platform and category stand beside the editor with examples.',
    settings: ['content.toneWords'],
  }),
  defineControl({
    id: 'posts.categories',
    kind: 'enforced',
    promise:
      'Each post has one of the kinds the policy allows, with that kind’s own fields such as event date, achievement or link.',
    settings: ['content.categories', 'content.categoryRequired'],
  }),
  defineControl({
    id: 'posts.press-release',
    kind: 'enforced',
    promise: 'A press release waits for the press lead’s approval.',
    settings: ['press.lead'],
  }),
  defineControl({
    id: 'posts.objective',
    kind: 'enforced',
    promise: 'Each post is tied to one of its account’s objectives where the policy asks for it.',
    settings: ['content.objectiveRequired'],
  }),
  defineControl({
    id: 'posts.closing-date',
    kind: 'workflow',
    promise: 'A kind of post with a closing date, such as a vacancy, comes down by itself after it.',
    settings: ['content.categories'],
  }),
  defineControl({
    id: 'posts.sign-off',
    kind: 'enforced',
    promise:
      'Every post shows the school’s identity and ends with the author’s name or role where the policy asks for it.',
    settings: ['post.signOff'],
  }),
  defineControl({
    id: 'posts.disclaimer',
    kind: 'enforced',
    promise: 'A post written in a person’s own professional name carries the policy’s disclaimer.',
    settings: ['post.ownVoiceDisclaimer', 'post.disclaimerText'],
  }),
  defineControl({
    id: 'posts.searchable-notice',
    kind: 'workflow',
    promise:
      'For an account anybody can search, the author confirms that the words may be found by anyone before submitting.',
    settings: ['checks.searchableConfirmation'],
  }),
  defineControl({
    id: 'posts.reach-question',
    kind: 'record',
    promise: 'For wide accounts the author says how the post might be read or shared.',
    settings: ['post.reachQuestion'],
  }),
  defineControl({
    id: 'posts.pupil-audience',
    kind: 'record',
    promise: 'A post for pupils carries a short assessment of whether it is suitable and what follows from it.',
    settings: [],
  }),
  defineControl({
    id: 'posts.history',
    kind: 'record',
    promise: 'Who really wrote, edited, decided, published and removed each post is kept with every version.',
    settings: [],
    cannot: 'A change made on the platform itself is not seen.',
  }),
  defineControl({
    id: 'posts.contributions',
    kind: 'report',
    promise: 'Contributions are counted for each person and account, with last use.',
    settings: [],
  }),
  defineControl({
    id: 'posts.important-alternative',
    kind: 'enforced',
    promise: 'A post marked important names the other route by which people without social media will hear.',
    settings: ['post.importantNeedsAlternative'],
  }),
  defineControl({
    id: 'posts.schedule',
    kind: 'workflow',
    promise: 'A post can be set for a time in the school’s own zone and goes out then and not before.',
    settings: [],
  }),
  defineControl({
    id: 'posts.recheck',
    kind: 'enforced',
    promise:
      'At the minute of publishing, checks, authority and need for approval are looked at again under the policy then in force; anything new stops the post.',
    settings: [],
  }),
  defineControl({
    id: 'posts.publish-once',
    kind: 'enforced',
    promise: 'A post goes out once or not at all, and never twice, whatever fails in between.',
    settings: [],
  }),
  defineControl({
    id: 'posts.noticeboard',
    kind: 'workflow',
    promise:
      'The school has its own public noticeboard with permanent links and feeds, which needs no account to read.',
    settings: [],
  }),
  defineControl({
    id: 'posts.by-hand',
    kind: 'workflow',
    promise:
      'Where a platform has to be posted to by hand, Gatepost gives the approved words and pictures and asks for the address of the published post as proof.',
    settings: [],
    cannot: 'It relies on the person to post what was approved.',
  }),
  defineControl({
    id: 'posts.take-down',
    kind: 'workflow',
    promise: 'A published post can be taken down with a reason, and what happened stays on record.',
    settings: [],
    cannot: 'Copies that others made are out of reach.',
  }),
];
