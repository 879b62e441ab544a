// What Gatepost looks for in the words of a draft, and what each look-up cannot see.
import { defineControl } from '#kernel/control.ts';

export const checksControls = [
  defineControl({
    id: 'checks.every-draft',
    kind: 'enforced',
    promise:
      'Every draft, caption, alternative text and quoted or shared passage goes through the same checks while it is written, when it is submitted and again at the minute of publishing.',
    settings: [],
  }),
  defineControl({
    id: 'checks.pupil-names',
    kind: 'check',
    promise:
      'A pupil on the roll named in full is found in the text, the captions and the alternative text, in the usual spellings, tags and disguises.',
    settings: ['checks.pupilNames'],
    cannot: 'It knows only the pupils on the roll, and not nicknames.',
  }),
  defineControl({
    id: 'checks.pupil-identifiable',
    kind: 'check',
    promise:
      'A pupil picked out without the full name, such as a first name with the class, is found where the policy forbids it.',
    settings: ['checks.pupilNames'],
    cannot: 'It cannot recognise a child from a description.',
  }),
  defineControl({
    id: 'checks.contact-details',
    kind: 'check',
    promise:
      'Postal and e-mail addresses, telephone numbers, dates of birth and official numbers of a person are found; the school’s own published ones are not.',
    settings: ['checks.contactDetails'],
    cannot: 'It cannot read details inside a picture.',
  }),
  defineControl({
    id: 'checks.named-adults',
    kind: 'check',
    promise: 'A colleague, parent or other adult who is named or discussed is found and treated as the policy says.',
    settings: ['checks.namedPeople'],
    cannot: 'It knows the staff list and the usual ways of naming others, not everybody by sight.',
  }),
  defineControl({
    id: 'checks.derogatory',
    kind: 'check',
    promise: 'Ridicule, accusation or unkind judgement of a person, a body or the school itself is flagged.',
    settings: ['checks.derogatory'],
    cannot: 'It matches words and cannot know what was meant; the person who reads the post is the real control.',
  }),
  defineControl({
    id: 'checks.offensive',
    kind: 'check',
    promise: 'Rude, obscene, threatening or harassing wording is flagged.',
    settings: ['checks.offensive'],
    cannot: 'It matches words and cannot know what was meant; the person who reads the post is the real control.',
  }),
  defineControl({
    id: 'checks.discriminatory',
    kind: 'check',
    promise: 'Wording aimed at a protected characteristic is flagged.',
    settings: ['checks.discriminatory'],
    cannot: 'It matches words and cannot know what was meant; the person who reads the post is the real control.',
  }),
  defineControl({
    id: 'checks.opinions',
    kind: 'check',
    promise:
      'Political, religious, campaigning or personal views that could be taken for the school’s are flagged; before an election that the school has entered, no party is named.',
    settings: ['checks.opinions'],
    cannot: 'It matches words and cannot know what was meant; the person who reads the post is the real control.',
  }),
  defineControl({
    id: 'checks.election-periods',
    kind: 'check',
    promise:
      'Before an election that the school has entered, a political wording is looked at more strictly and naming a party stops the post.',
    settings: ['checks.opinions'],
    cannot: 'It knows only the elections that the school has entered.',
  }),
  defineControl({
    id: 'checks.commitments',
    kind: 'check',
    promise:
      'A promise made on the school’s behalf is flagged and needs the named person who confirmed it, or the authority to make it, as the policy says.',
    settings: ['checks.commitments'],
    cannot: 'It matches words and cannot know what was meant; the person who reads the post is the real control.',
  }),
  defineControl({
    id: 'checks.extremism',
    kind: 'check',
    promise: 'Wording and names that support or give a platform to extremism are flagged.',
    settings: ['checks.extremism'],
    cannot: 'It matches words and cannot know what was meant; the person who reads the post is the real control.',
  }),
  defineControl({
    id: 'checks.confidential',
    kind: 'check',
    promise: 'Words on the school’s list of confidential terms, and marks such as “internal only”, are found.',
    settings: ['checks.confidential'],
    cannot: 'It knows only what is on the list.',
  }),
  defineControl({
    id: 'checks.live-location',
    kind: 'check',
    promise: 'Where children are or will be, at a stated time, is flagged before the event.',
    settings: ['checks.liveLocation'],
    cannot: 'It matches words and cannot know what was meant; the person who reads the post is the real control.',
  }),
  defineControl({
    id: 'checks.private-contact',
    kind: 'check',
    promise: 'An invitation to private messages, personal accounts or personal numbers is found.',
    settings: ['checks.privateContact'],
    cannot: 'It matches words and cannot know what was meant; the person who reads the post is the real control.',
  }),
  defineControl({
    id: 'checks.personal-gain',
    kind: 'check',
    promise:
      'Selling, sponsorship, referral links and private fundraising are flagged, and the author states that nobody gains personally.',
    settings: ['checks.personalGain'],
    cannot: 'It matches words and cannot know what was meant; the person who reads the post is the real control.',
  }),
  defineControl({
    id: 'checks.copyright',
    kind: 'check',
    promise: 'Quoted or borrowed work without a recorded right is flagged.',
    settings: ['checks.rightsStatusRequired'],
    cannot: 'It sees quotation marks and credit lines, not where words came from.',
  }),
  defineControl({
    id: 'checks.links',
    kind: 'check',
    promise: 'Look-alike, shortened and password-asking links are flagged before anybody follows them.',
    settings: ['checks.suspiciousLinks'],
    cannot: 'It reads the address and does not visit the page.',
  }),
  defineControl({
    id: 'checks.alt-text',
    kind: 'check',
    promise: 'A picture without a description for people who cannot see it is found.',
    settings: ['checks.altText'],
    cannot: 'It cannot judge whether the description is good.',
  }),
  defineControl({
    id: 'checks.incident',
    kind: 'check',
    promise: 'Talk of an emergency that is still going on is flagged.',
    settings: ['checks.incident'],
    cannot: 'It matches words and cannot know what was meant; the person who reads the post is the real control.',
  }),
];
