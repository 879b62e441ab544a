// Checks the composer's form while it is being typed. Nothing of it is kept.
import { json } from '@sveltejs/kit';
import { fieldsOf } from '#surfaces/web/form-fields.ts';
import { internalProblem, problemOf } from '#surfaces/web/problem.ts';
import { citing } from '../../clause-refs.ts';
import { contentOf, typedDraft } from '../composer/draft.ts';
import { shownCheck } from '../composer/shown-check.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
  const { api, gatepost } = locals;
  try {
    const values = fieldsOf(await request.formData());
    const postId = values['postId'];
    const [checked, { clauses }] = await Promise.all([
      api.posts.check({ ...contentOf(typedDraft(values)), ...(typeof postId === 'string' ? { postId } : {}) }),
      api.policy.clauseNames({}),
    ]);
    return json(shownCheck(checked, citing(clauses)));
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) gatepost.log.error('A draft could not be checked.', { error });
    const { code, message, remedy, status } = problem ?? internalProblem();
    return json({ code, message, remedy }, { status });
  }
};
