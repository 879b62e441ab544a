// Two policies side by side: any two versions, drafts or models, clause by clause and setting by setting.
import { shown } from '#surfaces/web/answer.ts';
import { sayIssue } from '../say-issue.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { api } = event.locals;
    const { searchParams } = event.url;
    const { documents } = await api.drafting.listDocuments({});
    const options = documents.map(({ address, name }) => ({ value: address, label: name }));
    const from = searchParams.get('from') ?? '';
    const to = searchParams.get('to') ?? '';
    const all = searchParams.get('all') === 'yes';
    const page = Math.max(1, Math.trunc(Number(searchParams.get('page'))) || 1);
    if (from === '' || to === '') return { options, from: from || 'in-force', to, all, comparison: null };
    const comparison = await api.drafting.compare({ from, to, all, page });
    const said = <S extends { readonly issued: string | null }>(side: S) => ({
      ...side,
      issued: side.issued === null ? 'not issued yet' : `issued ${sayIssue(side.issued)}`,
    });
    return {
      options,
      from,
      to,
      all,
      comparison: { ...comparison, from: said(comparison.from), to: said(comparison.to) },
    };
  });
