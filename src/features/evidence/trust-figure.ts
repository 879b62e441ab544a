// What a school tells its trust of its health: counts, versions and days. Nobody's name, no words of anybody.
import { z } from 'zod';
import { figuresShape, pointShape, type Health } from './health.ts';

export const healthFigure = z.object({
  school: z.string(),
  title: z.string(),
  version: z.number().nullable(),
  figures: figuresShape,
  points: z.array(pointShape),
});
export type HealthFigure = z.output<typeof healthFigure>;

export const figureOf = ({ school, title, version, figures, points }: Health): HealthFigure => ({
  school,
  title,
  version: version?.n ?? null,
  figures,
  points,
});

/** The schools together on each day on which one of them has a point: what each had last said by then. */
export function together(schools: readonly Pick<HealthFigure, 'points'>[]): HealthFigure['points'] {
  const days = [...new Set(schools.flatMap(({ points }) => points.map(({ day }) => day)))].toSorted();
  const nothing = { people: 0, complete: 0, overdue: 0 };
  return days.map((day) => {
    const said = schools.flatMap(({ points }) => points.findLast((point) => point.day <= day) ?? []);
    const sum = (part: 'acknowledged' | 'trained') =>
      said.reduce(
        (total, point) => ({
          people: total.people + point[part].people,
          complete: total.complete + point[part].complete,
          overdue: total.overdue + point[part].overdue,
        }),
        nothing,
      );
    return { day, acknowledged: sum('acknowledged'), trained: sum('trained') };
  });
}
