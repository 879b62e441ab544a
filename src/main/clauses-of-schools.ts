// The evidence of clauses from the machine itself: of one school of this installation, or of each.
import { operator, type Actor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import type { App } from './compose.ts';
import type { Config } from './config.ts';
import { withApp } from './on-this-machine.ts';

export interface ClausesWanted {
  /** The short name in its public address; every school, if left out. */
  readonly school?: string | undefined;
  readonly clause?: string | undefined;
  readonly state?: 'working' | 'quiet' | 'not-yet' | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

type Calls = Pick<ReturnType<App['as']>, 'evidence'>;
type Evidence = Awaited<ReturnType<Calls['evidence']['listClauses']>>;

interface Installation {
  readonly as: (actor: Actor) => Calls;
  readonly database: Pick<App['database'], 'owner'>;
}

export interface SchoolClauses extends Evidence {
  readonly school: string;
  readonly slug: string;
}

export const clausesOfSchools = (config: Config, wanted: ClausesWanted): Promise<SchoolClauses[]> =>
  withApp(config, (app) => clausesIn(app, wanted));

export async function clausesIn(
  app: Installation,
  { school, clause, ...asked }: ClausesWanted,
): Promise<SchoolClauses[]> {
  const { rows } = await app.database.owner.query<{ id: string; name: string; slug: string }>(
    'select id, name, slug from school where $1::text is null or slug = $1 order by name',
    [school ?? null],
  );
  if (rows.length === 0) {
    throw fail.notFound('school', {
      remedy:
        school === undefined
          ? 'Set one up first: gatepost start prints the link.'
          : 'Name it as in its public address: /schools/<name>.',
    });
  }
  const found: SchoolClauses[] = [];
  for (const { id, name, slug } of rows) {
    const evidence = await app.as(operator(id)).evidence.listClauses(asked);
    const clauses =
      clause === undefined
        ? evidence.clauses
        : evidence.clauses.filter((one) => one.id.toLowerCase() === clause.toLowerCase() || one.number === clause);
    if (clause === undefined || clauses.length > 0) found.push({ school: name, slug, ...evidence, clauses });
  }
  if (found.length > 0) return found;
  throw fail.notFound('clause', {
    message: `No policy in force here has a clause ${clause}.`,
    remedy: 'Name it by its id, such as TP-46, or its number; without one, all are listed.',
  });
}

const MARK = { working: 'evidence', quiet: 'none yet', 'not-yet': 'not yet' } as const;

export function clausesInWords({ school, title, version, period, states, clauses }: SchoolClauses): string {
  const lines = [
    `${school}: ${title}${version ? `, version ${version.n}` : ''}, ${period.since} to ${period.until}`,
    `${states.working} clauses with evidence, ${states.quiet} that work with nothing to show yet, ${states['not-yet']} not yet.`,
  ];
  let heading = '';
  for (const clause of clauses) {
    if (clause.under !== heading) lines.push('', clause.under.toUpperCase());
    heading = clause.under;
    const { done, stopped, refused, forbidden, last } = clause.tally;
    const counts = [
      done > 0 ? `${done} done` : '',
      stopped > 0 ? `${stopped} stopped` : '',
      refused > 0 ? `${refused} refused` : '',
      forbidden > 0 ? `${forbidden} forbidden` : '',
      last === null ? '' : `last ${last.slice(0, 10)}`,
      ...clause.overdue.map(({ n }) => `${n} overdue`),
    ].filter((words) => words !== '');
    lines.push(
      `${MARK[clause.state].padEnd(9)} ${clause.number.padEnd(6)} ${clause.title} [${clause.id}]${counts.length > 0 ? `: ${counts.join(', ')}` : ''}`,
    );
    if (clauses.length === 1) lines.push(`    ${clause.text}`, ...clause.gaps.map((gap) => `    ${gap}`));
  }
  return lines.join('\n');
}
