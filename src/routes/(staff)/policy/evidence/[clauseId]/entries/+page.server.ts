// The very entries of the ledger behind a number, the newest first, fifty to a page.
import { shown } from '#surfaces/web/answer.ts';
import { capital } from '#surfaces/web/say-count.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { nowOf, ZONE } from '../../../../../answering.ts';
import { askedDays, OUTCOMES, sayPeriod, withDays, type Outcome } from '../../evidence-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { url, params, locals } = event;
    const { clauseId } = params;
    const asked = askedDays(url);
    const query = (name: string) => url.searchParams.get(name) ?? '';
    const outcome = query('outcome') in OUTCOMES ? (query('outcome') as Outcome) : null;
    const [action, named, afterAt, afterId] = [query('action'), query('named') === 'yes', query('at'), query('after')];
    const answer = await locals.api.evidence.listEntries({
      clauseId,
      ...asked,
      onlyNamed: named,
      ...(outcome === null ? {} : { outcome }),
      ...(action === '' ? {} : { action }),
      ...(afterAt === '' || afterId === '' ? {} : { afterAt, afterId }),
    });
    const now = nowOf(event);
    const here = `/policy/evidence/${clauseId}/entries`;
    const which: Record<string, string> = {
      ...(action === '' ? {} : { action }),
      ...(named ? { named: 'yes' } : {}),
    };
    const all = { ...which, ...(outcome === null ? {} : { outcome }) };
    const last = answer.entries.at(-1);
    return {
      clause: answer.clause,
      back: withDays(`/policy/evidence/${clauseId}`, asked),
      period: sayPeriod(answer.period, now),
      withNames: answer.withNames,
      named,
      onlyWhat: action === '' ? null : (answer.entries[0]?.what ?? action),
      filters: [
        { href: withDays(here, asked, which), label: 'All', current: outcome === null },
        ...(Object.keys(OUTCOMES) as Outcome[]).map((is) => ({
          href: withDays(here, asked, { ...which, outcome: is }),
          label: OUTCOMES[is].word,
          current: is === outcome,
        })),
      ],
      entries: answer.entries.map((entry) => ({
        ...entry,
        happened: capital(sayMoment(entry.happenedAt, ZONE, now)),
        filed:
          Date.parse(entry.filedAt) - Date.parse(entry.happenedAt) < 60_000
            ? ''
            : `Filed ${sayMoment(entry.filedAt, ZONE, now)}`,
      })),
      first: afterId === '' ? null : withDays(here, asked, all),
      next: answer.more && last ? withDays(here, asked, { ...all, at: last.happenedAt, after: last.id }) : null,
    };
  });
