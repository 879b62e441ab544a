// Who is to be asked or reminded now, of which version.
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#features/people/index.ts';
import { schoolRow } from '#features/schools/index.ts';
import { asksOf, standings, type Ask, type Asked } from './load.ts';
import { reminderDue, type Reminder } from './reminding.ts';
import { toldRows } from './reminder-queries.ts';

export interface Wanted {
  /** Somebody asked for it outright: then it need not be a reminder’s day. */
  readonly now: boolean;
  /** Only these people; everybody where nothing is said. */
  readonly personIds?: readonly string[] | undefined;
}

export interface Due {
  readonly person: Asked;
  readonly reminder: Reminder;
  /** How often they heard of this version before, in earlier school years too. */
  readonly before: number;
}

/** Nobody is written to at night. */
const FROM_HOUR = 7;
const TO_HOUR = 19;

export async function isDaytime({ db, scopeId, at }: Context): Promise<boolean> {
  const zone = (await schoolRow(db, scopeId))?.zone ?? 'Europe/London';
  const { hour } = at.toZonedDateTimeISO(zone);
  return hour >= FROM_HOUR && hour < TO_HOUR;
}

/** For each version that is asked, those who should hear of it now. Who cannot sign in is asked on paper, by people. */
export async function remindersDue(context: Context, wanted: Wanted): Promise<{ ask: Ask; due: Due[] }[]> {
  const only = wanted.personIds === undefined ? null : new Set(wanted.personIds);
  return Promise.all(
    (await asksOf(context)).map(async (ask) => {
      const [people, told] = await Promise.all([
        standings(context, ask),
        toldRows(context.db, context.scopeId, ask.basis.since.id, ask.countsFrom),
      ]);
      const rows = new Map(told.map((row) => [row.person_id, row]));
      const due = people
        .filter(({ id, signs_in: signsIn }) => signsIn && (only === null || only.has(id)))
        .flatMap((person): Due[] => {
          const row = rows.get(person.id);
          const reminder = reminderDue(
            person.standing,
            { times: row?.times ?? 0, last: row?.last ? dayOf(Temporal.Instant.from(row.last)) : null },
            ask.today,
            { now: wanted.now, hasManager: person.line_manager_id !== null },
          );
          return reminder ? [{ person, reminder, before: row?.ever ?? 0 }] : [];
        });
      return { ask, due };
    }),
  );
}
