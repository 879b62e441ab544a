// Finds a post that is not signed where the policy asks who is speaking.
import type { Rule } from '../rule.ts';

export const unsigned: Rule = {
  name: 'unsigned',
  find: ({ draft, answer }) => {
    const signOff = draft.signOff;
    if (signOff === undefined || (signOff !== null && signOff.trim() !== '')) return [];
    const at = draft.text.length;
    return [
      {
        start: at,
        end: at,
        message: 'The post does not say who is speaking.',
        remedy: answer === 'name-and-role' ? 'Sign it with your name and role.' : 'Sign it with your role.',
        who: 'author',
      },
    ];
  },
};
