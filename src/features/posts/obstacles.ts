// What still keeps a draft from being sent, beyond what its words say: things to choose, to state, to put right. Pure.
import { isAfter } from '#kernel/instants.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import { settings } from '#features/policy/index.ts';
import type { Draft } from './draft-facts.ts';
import type { Outgoing } from './payload.ts';
import type { Checked } from './evaluate.ts';
import { standingOf } from './picture-rules.ts';

export interface Obstacle {
  readonly code: string;
  /** The field of the draft to put right. */
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
  readonly clauses: readonly string[];
}

/** The kind of post that goes to journalists. */
export const PRESS_RELEASE = 'press-release';

const FIELD_WORDS = {
  'event-date': { field: 'details.eventDate', key: 'eventDate', what: 'the date of the event' },
  achievement: { field: 'details.achievement', key: 'achievement', what: 'what was achieved' },
  link: { field: 'details.link', key: 'link', what: 'the address of the article' },
  'closing-date': { field: 'details.closingDate', key: 'closingDate', what: 'the closing date' },
  contact: { field: 'details.contact', key: 'contact', what: 'whom to contact' },
} as const;

export function obstaclesTo(
  draft: Draft,
  going: Outgoing,
  checked: Checked,
  policy: PolicyInForce,
  now: string,
): Obstacle[] {
  return [
    ...basics(draft, going, policy, now),
    ...ofItsKind(draft, checked, policy),
    ...statements(draft, checked, policy),
    ...pictures(draft, policy),
    ...(draft.content.emergency ? emergency(draft, checked, policy) : []),
  ];
}

const needs = (
  code: string,
  field: string,
  message: string,
  remedy: string,
  clauses: readonly string[] = [],
): Obstacle => ({
  code,
  field,
  message,
  remedy,
  clauses,
});

function basics(
  { content, accounts, wantedAt }: Draft,
  going: Outgoing,
  policy: PolicyInForce,
  now: string,
): Obstacle[] {
  const found: Obstacle[] = [];
  if (content.words.trim() === '' && content.pictures.length === 0) {
    found.push(needs('no-words', 'words', 'There are no words yet.', 'Write the post.'));
  }
  if (content.accounts.length === 0)
    found.push(needs('no-account', 'accounts', 'No account is chosen.', 'Choose where it goes.'));
  for (const account of accounts) {
    const words = going.payloads.find((payload) => payload.accountId === account.id)?.words ?? '';
    const length = account.countWords(words);
    const refusal = account.refusedBy(policy);
    if (refusal) {
      found.push(
        needs(
          'platform-not-allowed',
          'accounts',
          refusal.message,
          `Take ${account.name} out of this post. ${refusal.remedy ?? ''}`.trim(),
          refusal.clauses,
        ),
      );
    }
    if (account.closed) {
      found.push(needs('account-closed', 'accounts', `${account.name} has been closed.`, 'Take it out of this post.'));
    } else if (account.wordsLimit !== null && length > account.wordsLimit) {
      found.push(
        needs(
          'too-long',
          `accounts.${account.id}`,
          `On ${account.name} it is ${length} of ${account.wordsLimit} characters, with its signature.`,
          `Write shorter words for ${account.name}; nothing is cut off for you.`,
        ),
      );
    }
  }
  if (wantedAt !== null && !isAfter(wantedAt, now)) {
    found.push(
      needs(
        'time-passed',
        'wantedAt',
        'The time chosen has passed.',
        'Choose a later time, or “as soon as it is approved”.',
      ),
    );
  }
  return found;
}

function ofItsKind({ content }: Draft, checked: Checked, policy: PolicyInForce): Obstacle[] {
  const found: Obstacle[] = [];
  const kinds = policy.ruling(settings.content.categories);
  const required = policy.ruling(settings.content.categoryRequired);
  const kind = kinds.value.find((one) => one.id === content.category);
  if (kind) {
    for (const name of kind.fields) {
      const { field, key, what } = FIELD_WORDS[name];
      if (content.details[key] !== '') continue;
      found.push(
        needs(`no-${name}`, field, `A post of the kind “${kind.label}” says ${what}.`, 'Fill it in.', kinds.clauses),
      );
    }
  } else if (
    (content.category !== '' || required.value) &&
    !checked.findings.some((finding) => finding.rule === 'no-category')
  ) {
    const labels = kinds.value.map((one) => one.label).join(', ');
    const clauses = [...new Set([...required.clauses, ...kinds.clauses])];
    found.push(
      needs(
        'no-category',
        'category',
        'It is of none of the kinds that the policy allows.',
        `Choose one: ${labels}.`,
        clauses,
      ),
    );
  }
  const lead = policy.ruling(settings.press.lead);
  const clears = policy.ruling(settings.approval.clearanceBy);
  if (
    content.category === PRESS_RELEASE &&
    !clears.value.includes(lead.value) &&
    checked.findings.some((finding) => finding.severity === 'review')
  ) {
    found.push(
      needs(
        'press-in-question',
        'words',
        'A press release with something in question needs somebody other than the press lead as well.',
        'Put right what the notes say.',
        [...new Set([...lead.clauses, ...clears.clauses])],
      ),
    );
  }
  const objective = policy.ruling(settings.content.objectiveRequired);
  if (objective.value && content.objective === '') {
    found.push(
      needs(
        'no-objective',
        'objective',
        'It does not say which objective it serves.',
        'Choose the objective of the account that it serves.',
        objective.clauses,
      ),
    );
  }
  return found;
}

function statements({ content, accounts }: Draft, checked: Checked, policy: PolicyInForce): Obstacle[] {
  const found: Obstacle[] = [];
  const said = content.statements;
  const searchable = policy.ruling(settings.checks.searchableConfirmation);
  if (searchable.value && !said.searchable && accounts.some((account) => account.reach === 'public')) {
    found.push(
      needs(
        'not-searchable-confirmed',
        'statements.searchable',
        'Anybody can find these words by searching, for years.',
        'Confirm that you know this.',
        [...new Set([...searchable.clauses, ...policy.clausesOf('posts.searchable-notice')])],
      ),
    );
  }
  if (!said.noPersonalBenefit && checked.findings.some((finding) => finding.rule === 'personal-gain')) {
    found.push(
      needs(
        'personal-benefit',
        'statements.noPersonalBenefit',
        'It may be to somebody’s personal gain.',
        'State that nobody gains from it personally, or take that part out.',
        policy.clausesOf('checks.personal-gain'),
      ),
    );
  }
  const named = checked.findings.filter((finding) => finding.rule === 'named-adult');
  if (named.length > 0 && said.basis === '') {
    found.push(
      needs(
        'no-basis',
        'statements.basis',
        `It names ${[...new Set(named.map((finding) => `“${finding.excerpt}”`))].slice(0, 3).join(', ')} and does not say why that person may be named.`,
        'Say why: they agreed, they act in their public role, …; or leave the name out.',
        [...new Set([...policy.clausesOf('posts.stated-basis'), ...named.flatMap((finding) => finding.clauses)])],
      ),
    );
  }
  const commitments = policy.ruling(settings.checks.commitments);
  if (
    commitments.value === 'confirmer' &&
    said.confirmedBy === '' &&
    checked.findings.some((finding) => finding.rule === 'commitment')
  ) {
    found.push(
      needs(
        'no-confirmer',
        'statements.confirmedBy',
        'It promises something, and nobody is named who confirmed that it can be kept.',
        'Name whoever confirmed it, or take the promise out.',
        commitments.clauses,
      ),
    );
  }
  const travels = policy.ruling(settings.post.reachQuestion);
  if (
    said.travels === '' &&
    accounts.some(({ reach }) => (reach === 'public' ? travels.value !== 'off' : reach === travels.value))
  ) {
    found.push(
      needs(
        'no-travels',
        'statements.travels',
        'It goes to people whom the school does not know.',
        'Say how it might be read or shared by them.',
        travels.clauses,
      ),
    );
  }
  const ofPupils = policy.clausesOf('posts.pupil-audience');
  if (said.forPupils && ofPupils.length > 0) {
    if (said.pupilsWhy === '') {
      found.push(
        needs(
          'no-pupils-why',
          'statements.pupilsWhy',
          'It speaks to pupils.',
          'Say why it is suitable to do that here.',
          ofPupils,
        ),
      );
    }
    if (said.pupilsImplies === '') {
      found.push(
        needs(
          'no-pupils-implies',
          'statements.pupilsImplies',
          'It speaks to pupils.',
          'Say what follows from it: who may answer, and who reads that.',
          ofPupils,
        ),
      );
    }
  }
  const alternative = policy.ruling(settings.post.importantNeedsAlternative);
  if (alternative.value && said.important && said.alternative === '') {
    found.push(
      needs(
        'no-alternative',
        'statements.alternative',
        'It is important, and some families do not use social media.',
        'Say how they will hear: a letter, e-mail, the website.',
        alternative.clauses,
      ),
    );
  }
  const device = policy.ruling(settings.media.schoolDeviceOnly);
  if (device.value !== 'off' && content.pictures.length > 0 && !said.schoolDevice) {
    found.push(
      needs(
        'not-school-device',
        'statements.schoolDevice',
        'Pictures are taken on the school’s own equipment only.',
        'Confirm that these were, or take them out.',
        device.clauses,
      ),
    );
  }
  return found;
}

function pictures(draft: Draft, policy: PolicyInForce): Obstacle[] {
  return draft.pictures.flatMap((picture, index): Obstacle[] => {
    const field = `pictures.${index}`;
    const which = `Picture ${index + 1}`;
    if (picture.quarantined) {
      return [needs('picture-held', field, `${which} is being held and cannot be used.`, 'Take it out of this post.')];
    }
    const standing = standingOf(picture, draft, policy);
    // The approver's own statement is asked for when it is decided, not before.
    if (standing.state === 'may-go-out' || standing.state === 'needs-approver-statement') return [];
    const waits = standing.state === 'needs-consent-records';
    const clauses = [...new Set([...standing.clauses, ...(waits ? policy.clausesOf('media.children-wait') : [])])];
    const place = waits ? field : `${field}.showsChildren`;
    return [
      needs(
        waits ? 'needs-consent-records' : 'picture-not-declared',
        place,
        `${which}: ${standing.message}`,
        standing.remedy,
        clauses,
      ),
    ];
  });
}

/** A snow closure at half past six: plain words, no pupils, no pictures. */
function emergency(draft: Draft, checked: Checked, policy: PolicyInForce): Obstacle[] {
  const rule = policy.ruling(settings.approval.emergency);
  const clauses = [...new Set([...rule.clauses, ...policy.clausesOf('posts.emergency')])];
  const found: Obstacle[] = [];
  if (rule.value.people === null) {
    found.push(
      needs(
        'no-emergency-route',
        'emergency',
        'The policy has no emergency route.',
        'Send it in the usual way.',
        clauses,
      ),
    );
  }
  if (draft.content.emergencyReason === '') {
    found.push(
      needs(
        'no-emergency-reason',
        'emergencyReason',
        'It does not say why it cannot wait.',
        'Say in a sentence why.',
        clauses,
      ),
    );
  }
  if (draft.pictures.length > 0) {
    found.push(
      needs(
        'emergency-pictures',
        'pictures',
        'An emergency post is plain words, without pictures.',
        'Take the pictures out.',
        clauses,
      ),
    );
  }
  if (checked.findings.some((finding) => finding.rule.startsWith('pupil-'))) {
    found.push(needs('emergency-pupils', 'words', 'An emergency post names no pupil.', 'Take the name out.', clauses));
  }
  return found;
}
