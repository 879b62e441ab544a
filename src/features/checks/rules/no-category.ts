// Finds a post that is of none of the kinds the policy allows.
import { settings } from '#features/policy/settings/index.ts';
import type { Rule } from '../rule.ts';

export const noCategory: Rule = {
  name: 'no-category',
  find: ({ draft, policy }) => {
    if (draft.category === undefined) return [];
    const kinds = policy.ruling(settings.content.categories).value;
    if (kinds.some((kind) => kind.id === draft.category)) return [];
    return [
      {
        start: 0,
        end: 0,
        message:
          draft.category === null
            ? 'Nobody has said what kind of post this is.'
            : `“${draft.category}” is not a kind of post the policy allows.`,
        remedy: `Choose one of: ${kinds.map((kind) => kind.label).join(', ')}.`,
        who: null,
      },
    ];
  },
};
