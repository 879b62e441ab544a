// What the register asks of a person: to confirm editions that are theirs, and to enter what the policy is read with.
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { keepsRegister } from './access.ts';
import { askedToCheck } from './asked-to-check.ts';
import { gapsInWords } from './gaps.ts';
import { referenceGaps } from './register.ts';

export const referencesDuties: FindDuties = async (context): Promise<Duty[]> => {
  const { actor, scopeId } = context;
  if (actor.kind !== 'person' || !keepsRegister(actor)) return [];
  const policy = await context.policy();
  const mine = (await askedToCheck(context)).get(actor.personId) ?? [];
  const duties: Duty[] = [];
  if (mine.length > 0) {
    duties.push({
      id: `references.confirm:${scopeId}`,
      kind: 'references.confirm',
      title:
        mine.length === 1
          ? `Confirm the current edition of “${mine[0]!.title}”`
          : `Confirm ${mine.length} editions of law and guidance`,
      detail: 'Asked each September, so that nobody works from an old one.',
      href: '/policy/references#guidance',
      due: null,
      clauses: policy.clausesOf('policy.guidance-register'),
      urgency: 'calm',
    });
  }
  if (!actor.roles.has('headteacher')) return duties;
  const gaps = await referenceGaps(context);
  if (gaps.length === 0) return duties;
  return [
    ...duties,
    {
      id: `references.missing:${scopeId}`,
      kind: 'references.missing',
      title: gapsInWords(gaps),
      detail:
        gaps.length === 1
          ? gaps[0]!.message
          : 'Enter where each of them is, or its newer version; an old edition that the policy names is changed in a draft.',
      href: '/policy#linked',
      due: null,
      clauses: [...new Set(gaps.flatMap(({ clauses }) => clauses))].slice(0, 6),
      urgency: 'calm',
    },
  ];
};
