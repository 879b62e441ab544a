// Ask a question about the policy: of the clause that one came from, or of none.
import { shown } from '#surfaces/web/answer.ts';
import { listed } from '#surfaces/web/say-count.ts';
import { done } from '../../../../answering.ts';
import { citing } from '../../../../clause-refs.ts';
import { backTo } from '../../../said.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const { searchParams } = event.url;
    const [{ firstContact }, { clauses }] = await Promise.all([api.questions.list({}), api.policy.clauseNames({})]);
    const cite = citing(clauses);
    const asked = searchParams.get('clause') ?? '';
    return {
      clauseId: clauses[asked] ? asked : '',
      clauses: Object.entries(clauses)
        .filter(([id, { own }]) => own || id === asked)
        .map(([id, { number, title }]) => ({ value: id, label: `${number} ${title}` })),
      clause: cite([asked])[0] ?? null,
      words: (searchParams.get('words') ?? '').slice(0, 300),
      contact: {
        who: firstContact.people.length > 0 ? listed(firstContact.people, 'or') : null,
        role: firstContact.role,
        clauses: cite(firstContact.clauses),
      },
    };
  });

export const actions: Actions = {
  default: (event) =>
    done(event, async ({ words = '', clauseId = '' }) => {
      const clause = String(clauseId) === '' ? null : String(clauseId);
      await event.locals.api.questions.ask({ words: String(words), clauseId: clause });
      return backTo('/policy/questions', 'question-asked');
    }),
};
