// May I…? Answered from the policy in force, in its own words; or it is said that it is silent, and who decides.
import { z } from 'zod';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction } from '#kernel/action.ts';
import { activeHolders } from '#features/people/index.ts';
import { isOfTrust, localDate } from '#features/policy/index.ts';
import { answerers, asContact, firstContact, noteRows } from '#features/questions/index.ts';
import { gathered } from '../answers.ts';
import { findAnswers } from '../find-answers.ts';
import { keptSearch } from '../kept-search.ts';
import { wayFor } from '../ways-to-act.ts';

export const answerMayI = defineAction({
  name: 'guidance.mayI',
  kind: 'read',
  summary: 'Answer a question that begins with “May I” from the policy in force.',
  route: 'GET /may-i',
  scope: 'school',
  who: anySignedIn,
  token: 'policy:read',
  perMinute: 120,
  input: z.object({
    question: z.string().trim().min(2, 'Write what you would like to do.').max(300, 'At most 300 characters.'),
  }),
  output: z.object({
    says: z
      .enum(['policy', 'default', 'silent'])
      .describe(
        'The policy answers, or the trust’s where it is silent; or Gatepost’s default holds; or nothing says anything',
      ),
    answers: z.array(
      z.object({
        clause: z
          .object({
            id: z.string(),
            number: z.string(),
            title: z.string(),
            text: z.string(),
            own: z.boolean().describe('Of the school’s own policy'),
            ofTrust: z.boolean().describe('Of its trust’s policy'),
          })
          .nullable(),
        settings: z.array(
          z.object({
            id: z.string(),
            question: z.string(),
            answer: z.string(),
            byDefault: z.boolean(),
            people: z.array(z.string()).describe('Who holds the role that the answer names, today'),
          }),
        ),
        notes: z.array(z.string()).readonly().describe('Answers published beside the clause'),
        act: z.object({ label: z.string(), href: z.string() }).nullable(),
      }),
    ),
    readAs: z.array(z.object({ typed: z.string(), as: z.string() })).readonly(),
    nowhere: z.array(z.string()).readonly().describe('Words that stand nowhere in the policy'),
    ask: z.object({ role: z.string(), people: z.array(z.string()), clauses: z.array(z.string()).readonly() }),
  }),
  controls: ['training.guidance', 'policy.questions'],
}).handle(async (context, { question }) => {
  const { db, scopeId, personId, at, controls } = context;
  const today = await localDate(db, scopeId, at);
  const [policy, notes] = await Promise.all([context.policy(), noteRows(db, scopeId)]);
  const search = await keptSearch(context, 'staff', notes);
  const { answers, readAs, nowhere } = await findAnswers(db, search, question);
  const found = gathered(search.passages, answers, search.clauses);
  const roles = [...new Set(found.flatMap(({ settings }) => settings.flatMap((one) => one.roles)))];
  const [holders, asked] = await Promise.all([
    activeHolders(db, scopeId, roles, today),
    answerers(context, policy).then((whom) => whom([personId])),
  ]);
  const shown = found.map(({ clause, settings, notes: beside }) => ({
    clause: clause && {
      id: clause.id,
      number: clause.number,
      title: clause.title,
      text: clause.text,
      own: search.own.has(clause.id),
      ofTrust: isOfTrust(clause.id),
    },
    settings: settings.map((one) => ({
      id: one.settingId,
      question: one.question,
      answer: one.answer,
      byDefault: one.byDefault,
      people: holders.filter(({ responsibility }) => one.roles.includes(responsibility)).map(({ name }) => name),
    })),
    notes: beside,
    act: clause && wayFor(clause['rests-on'], (control) => controls.has(control)),
  }));
  const isOfPolicy = shown.some(({ clause, notes: beside }) => clause?.own || clause?.ofTrust || beside.length > 0);
  const contact = firstContact(policy);
  return {
    says: isOfPolicy ? 'policy' : shown.length > 0 ? 'default' : 'silent',
    answers: shown,
    readAs,
    nowhere,
    ask: { ...asContact(asked, contact.value), clauses: contact.clauses },
  };
});
