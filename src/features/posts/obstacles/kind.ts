// What a post of its kind says besides its words: dates, links, an objective. Pure.
import type { PolicyInForce } from '#kernel/policy.ts';
import { settings } from '#features/policy/index.ts';
import type { Draft } from '../draft-facts.ts';
import type { Checked } from '../evaluate.ts';
import { needs, type Obstacle } from './obstacle.ts';

/** The kind of post that goes to journalists. */
export const PRESS_RELEASE = 'press-release';

const FIELD_WORDS = {
  'event-date': { field: 'details.eventDate', key: 'eventDate', what: 'the date of the event' },
  achievement: { field: 'details.achievement', key: 'achievement', what: 'what was achieved' },
  link: { field: 'details.link', key: 'link', what: 'the address of the article' },
  'closing-date': { field: 'details.closingDate', key: 'closingDate', what: 'the closing date' },
  contact: { field: 'details.contact', key: 'contact', what: 'whom to contact' },
} as const;

/** The fields of its kind, the press lead, the objective. */
export function ofItsKind({ content }: Draft, checked: Checked, policy: PolicyInForce): Obstacle[] {
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
