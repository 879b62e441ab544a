// What its author has to state, confirm or explain. Pure.
import type { PolicyInForce } from '#kernel/policy.ts';
import { settings } from '#features/policy/index.ts';
import type { Draft } from '../draft-facts.ts';
import type { Checked } from '../evaluate.ts';
import { needs, type Obstacle } from './obstacle.ts';

/** Each is asked for only where the policy or the words give reason to. */
export function statements({ content, accounts }: Draft, checked: Checked, policy: PolicyInForce): Obstacle[] {
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
