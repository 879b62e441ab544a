// The library of guides: every tip with its reasons, and the clauses that each guide serves.
import { shown } from '#surfaces/web/answer.ts';
import { citing } from '../../clause-refs.ts';
import type { PageServerLoad } from './$types';

const FOR = { staff: 'staff', parents: 'parents', pupils: 'pupils' } as const;

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const [{ guides }, { clauses }] = await Promise.all([api.guidance.listGuides({}), api.policy.clauseNames({})]);
    const cite = citing(clauses);
    return {
      guides: guides.map((guide) => ({
        ...guide,
        whom: guide.audiences.length === 3 ? 'everybody' : guide.audiences.map((one) => FOR[one]).join(' and '),
        clauses: cite(guide.clauses),
      })),
    };
  });
