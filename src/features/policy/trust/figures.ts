// What a school publishes to its trust: counts, versions and names of settings. Never anybody's name, never a row of its own.
import type { Context, Db } from '#kernel/context.ts';
import { trustOfSchool } from '#features/schools/index.ts';
import { same } from '../strictness.ts';
import { figureRows, ownFigure, putFigure } from './queries.ts';

export interface Figure {
  readonly schoolId: string;
  /** What it is about: `policy`, `acknowledgement`, … */
  readonly name: string;
  readonly value: unknown;
  /** When it was published. */
  readonly at: string;
}

/** From a school, in place of what it published under this name before; a school without a trust publishes nothing. */
export async function publishFigure(
  { db, scopeId, now }: Pick<Context, 'db' | 'scopeId' | 'now'>,
  name: string,
  value: unknown,
): Promise<void> {
  const trust = await trustOfSchool(db);
  if (trust) await putFigure(db, { trustId: trust.id, schoolId: scopeId, name, value, at: now });
}

/** Would publishing this tell the trust anything new? */
export async function isNewFigure(
  { db, scopeId }: Pick<Context, 'db' | 'scopeId'>,
  name: string,
  value: unknown,
): Promise<boolean> {
  const [trust, before] = await Promise.all([trustOfSchool(db), ownFigure(db, scopeId, name)]);
  return trust !== undefined && !same(before ?? null, value);
}

/** At the trust: what all its schools have published, school by school. */
export async function trustFigures(db: Db, trustId: string): Promise<Figure[]> {
  const rows = await figureRows(db, trustId);
  return rows.map(({ school_id: schoolId, ...figure }) => ({ schoolId, ...figure }));
}
