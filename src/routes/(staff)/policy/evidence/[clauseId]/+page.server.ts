// One clause: what makes it real, what happened, under which version, and what is missing.
import { shown } from '#surfaces/web/answer.ts';
import { dayIn, sayDay } from '#surfaces/web/say-time.ts';
import { nowOf, ZONE } from '../../../../answering.ts';
import {
  askedDays,
  countsOf,
  exportsOf,
  periodTabs,
  sayLast,
  sayPeriod,
  withDays,
  type Tally,
} from '../evidence-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  shown(event, async () => {
    const { url, params, locals } = event;
    const asked = askedDays(url);
    const { clauseId } = params;
    const answer = await locals.api.evidence.readClause({ clauseId, ...asked });
    const { clause } = answer;
    const now = nowOf(event);
    const here = `/policy/evidence/${clauseId}`;
    const counted = (tally: Tally, more: Record<string, string> = {}) => ({
      counts: countsOf(tally).map(({ outcome, n, words }) => ({
        words: `${n.toLocaleString('en-GB')} ${words}`,
        href: withDays(`${here}/entries`, asked, { outcome, ...more }),
      })),
      last: sayLast(tally.last, now),
    });
    const acted = ({ name, summary, tally }: { name: string; summary: string; tally: Tally }) => ({
      name,
      summary,
      ...counted(tally, { action: name }),
    });
    return {
      title: answer.title,
      version: answer.version?.n ?? null,
      period: sayPeriod(answer.period, now),
      periods: periodTabs(here, asked, now),
      back: withDays('/policy/evidence', asked),
      allEntries: withDays(`${here}/entries`, asked),
      exports: exportsOf(asked, { clause: clauseId }),
      clause: {
        ...clause,
        all: counted(clause.tally),
        named: counted(clause.named, { named: 'yes' }),
        controls: clause.controls.map(({ actions, ...control }) => ({
          ...control,
          actions: actions.map(acted).filter(({ counts }) => counts.length > 0),
          idle: actions.filter(({ tally }) => countsOf(tally).length === 0).map(({ summary }) => summary),
        })),
        elsewhere: clause.elsewhere.map(acted),
      },
      settings: answer.settings,
      versions: answer.versions.map(({ id, n, effectiveOn, tally }) => ({
        id,
        n,
        since: effectiveOn === null ? '' : sayDay(effectiveOn, dayIn(now, ZONE)),
        ...counted(tally),
      })),
      withNames: answer.withNames,
    };
  });
