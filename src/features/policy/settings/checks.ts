// What a policy settles about the words of a draft: what is let through, looked at twice, decided or stopped.
import { choice, yesNo, type Setting } from '../setting.ts';

export type Severity = 'off' | 'warn' | 'review' | 'block';

/** How a draft with such a finding is treated. */
const treatment = (id: string, what: string, byDefault: Severity): Setting<Severity> =>
  choice<Severity>({
    id,
    question: `What happens to a draft ${what}?`,
    answers: {
      off: 'Gatepost does not look for this.',
      warn: 'The author is asked to look again and may go on.',
      review: 'A named person decides before the post can go on.',
      block: 'The post is stopped until it is changed.',
    },
    default: byDefault,
    order: 'ranked',
  });

export const checks = {
  pupilNames: choice({
    id: 'checks.pupilNames',
    question: 'How may a pupil be named?',
    answers: {
      allow: 'A pupil may be named in full.',
      'first-name-only': 'A pupil may be named by first name only, and not so that they can be picked out.',
      none: 'A pupil may not be named at all.',
    },
    default: 'first-name-only',
    order: 'ranked',
  }),
  namedPeople: choice({
    id: 'checks.namedPeople',
    question: 'How may colleagues, parents and other adults be named or discussed?',
    answers: {
      off: 'Adults may be named.',
      warn: 'The author is asked to look again when an adult is named.',
      approval: 'An adult is named only where a named person has agreed to it.',
      block: 'Adults are not named.',
    },
    default: 'warn',
    order: 'ranked',
  }),
  commitments: choice({
    id: 'checks.commitments',
    question: 'May a post make a promise on the school’s behalf?',
    answers: {
      off: 'Gatepost does not look for promises.',
      confirmer: 'A promise needs the name of the person who confirmed that it can be kept.',
      authorised: 'Only somebody with the authority to commit the school makes a promise.',
    },
    default: 'confirmer',
    order: 'ranked',
  }),
  contactDetails: treatment(
    'checks.contactDetails',
    'with somebody’s private address, number or date of birth',
    'block',
  ),
  derogatory: treatment(
    'checks.derogatory',
    'that ridicules, accuses or belittles a person, a body or the school',
    'review',
  ),
  offensive: treatment('checks.offensive', 'with rude, threatening or harassing words', 'block'),
  discriminatory: treatment('checks.discriminatory', 'aimed at people for who they are', 'block'),
  opinions: treatment('checks.opinions', 'with political, religious or personal views', 'review'),
  extremism: treatment('checks.extremism', 'that supports extremism or gives it a platform', 'block'),
  confidential: treatment('checks.confidential', 'with a term the school keeps confidential', 'block'),
  liveLocation: treatment('checks.liveLocation', 'saying where children are or will be', 'review'),
  privateContact: treatment('checks.privateContact', 'inviting pupils or parents to private contact', 'block'),
  personalGain: treatment('checks.personalGain', 'that sells or advertises for somebody’s own gain', 'review'),
  rightsStatusRequired: treatment(
    'checks.rightsStatusRequired',
    'using others’ work without a recorded right',
    'review',
  ),
  suspiciousLinks: treatment(
    'checks.suspiciousLinks',
    'with a shortened, look-alike or password-asking link',
    'review',
  ),
  altText: treatment('checks.altText', 'whose picture has no description', 'block'),
  incident: treatment('checks.incident', 'speaking of an emergency that is still going on', 'review'),
  searchableConfirmation: yesNo({
    id: 'checks.searchableConfirmation',
    question: 'Does an author confirm that a post anybody can search may be found by anybody?',
    yes: 'The author confirms that the words may be found by anybody.',
    no: 'The author is not asked to confirm it.',
    default: true,
    stricter: 'yes',
  }),
};

export const safeguarding = {
  preventTrack: yesNo({
    id: 'safeguarding.preventTrack',
    question: 'Do worries about extremism go to the safeguarding lead for a decision on a Prevent referral?',
    yes: 'A worry about extremism goes to the safeguarding lead, who decides on a referral.',
    no: 'A worry about extremism is handled like any other concern.',
    default: true,
    stricter: 'yes',
  }),
};
