// Approve a draft on its way, send it back with what should change, or refuse it.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { castVote } from '#features/decisions/index.ts';
import { setDraftState } from '#features/drafting/index.ts';
import { notify } from '#features/people/index.ts';
import { roleLabels, type RoleName } from '#features/policy/index.ts';
import { answersOf, approversNow, goOn, pageOf, SUBJECT } from '../next-step.ts';
import { openAdoption } from '../standing.ts';
import { closeAdoption } from '../write-queries.ts';

export const decideAdoption = defineAction({
  name: 'adoption.decide',
  kind: 'write',
  summary: 'Approve a draft of the policy, send it back or refuse it.',
  route: 'POST /adoptions/{adoptionId}/decide',
  scope: 'school',
  who: anySignedIn,
  freshFactorMinutes: 240,
  sealed: true,
  input: z.object({
    adoptionId: z.uuid(),
    answer: z.enum(['approve', 'send-back', 'refuse']).describe('What you decide'),
    note: z.string().trim().max(2000, 'At most 2000 characters.').default('').describe('Why, or what should change'),
    sha256: z.string().max(64).describe('Of the document that you have read'),
  }),
  output: z.object({ state: z.string() }),
  errors: ['adoption-over', 'draft-edited', 'own-draft', 'not-the-decider', 'changed-meanwhile', 'decided-by-meeting'],
  controls: ['policy.adoption', 'decisions.named-decider', 'decisions.not-your-own', 'decisions.exact-thing'],
  about: ({ adoptionId, answer, sha256 }) => ({ adoption: adoptionId, answer, document: sha256 }),
}).handle(async (context, { adoptionId, answer, note, sha256 }) => {
  const { db, personId, now } = context;
  const { row, steps, draft, current } = await openAdoption(context, adoptionId);
  const policy = await context.policy();
  if (answer !== 'approve' && note === '') {
    const message = answer === 'refuse' ? 'Say why it is refused.' : 'Say what should change.';
    throw fail.invalid({ code: 'note-missing', message, fields: [{ field: 'note', message }] });
  }
  if (current?.kind === 'body') {
    throw fail.refused({
      code: 'decided-by-meeting',
      message: 'This step is decided at a meeting, not by one person.',
      remedy: 'Record the meeting, with who was there and how they voted.',
      clauses: row.clauses,
    });
  }
  if (draft.authors.includes(personId)) {
    throw fail.refused({
      code: 'own-draft',
      message: 'You wrote part of this draft, so somebody else approves it.',
      remedy: 'Leave it to the person named on the page.',
      clauses: [...new Set([...policy.clausesOf('decisions.not-your-own'), ...row.clauses])],
    });
  }
  const approvers = current ? await approversNow(context, current, steps, draft) : [];
  const mine = approvers.find((approver) => approver.personId === personId);
  const names = approvers.map(({ name }) => name).join(' or ');
  const vote = await castVote(context, {
    subjectKind: SUBJECT,
    subjectId: adoptionId,
    answer,
    note,
    answers: mine && current ? answersOf(mine, current.role) : {},
    hash: sha256,
    mayDecide: () => mine !== undefined,
    deciders: names ? `It waits for ${names}.` : `It waits for ${roleLabels[current?.role as RoleName] ?? 'nobody'}.`,
    clauses: row.clauses,
  });
  context.remark({
    clauses: row.clauses,
    about: { decision: vote.decisionId },
    ...(note === '' ? {} : { detail: { note } }),
  });
  if (answer === 'approve') {
    await goOn(context, row, draft);
    return { state: 'open' };
  }
  const state = answer === 'refuse' ? ('refused' as const) : ('sent-back' as const);
  await closeAdoption(db, row, { state, by: personId, at: now, because: note });
  await setDraftState(context, row.draft_id, 'draft');
  const text = `“${row.title}” was ${answer === 'refuse' ? 'refused' : 'sent back'}. Read why.`;
  await notify(context, [row.sent_by], { kind: `adoption.${state}`, text, href: pageOf(row) });
  return { state };
});
