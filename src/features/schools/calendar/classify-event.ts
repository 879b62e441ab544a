// What an event of somebody else's calendar means for the school, guessed from its words. A person looks before it counts.
import { z } from 'zod';

export const EVENT_KINDS = ['term', 'term-begins', 'term-ends', 'holiday', 'inset', 'closure', 'other'] as const;
export const eventKindSchema = z.enum(EVENT_KINDS);
export type EventKind = (typeof EVENT_KINDS)[number];

export interface EventFacts {
  readonly summary: string;
  readonly days: number;
  /** Hours of an event with times; null for one of whole days. */
  readonly hours: number | null;
}

/** An event with times that is shorter leaves the rest of the day open. */
const SHORTEST_CLOSED_HOURS = 4;
/** A term lasts at least this long; "Term 3 assembly" does not. */
const SHORTEST_TERM_DAYS = 10;

const INSET =
  /\binset\b|\bin-?service\b|staff (training|development)|teacher (training|development) day|training day|non-?\s?pupil|baker day|\bpd day|professional (development|learning)|occasional day|\bhms\b/i;
const PART_OF_LIFE =
  /\b(clubs?|camps?|deadlines?|meetings?|reports?|trips?|concerts?|fairs?|disco|fees?|booking|menus?|homework|newsletter|parents['’]? evening|assembl(y|ies)|exams?|reviews?|council|tickets?|rehearsals?|last chance|twilight)\b/i;
const ENDS =
  /\b(breaks?|breaking) up\b|\b(last|final) day of( the)?( \w+){0,2} (half[- ])?term\b|\bterm (ends?|finishes|closes)\b|\bend of( the)?( \w+){0,2} term\b|\bschool (closes|finishes) for\b|\blast day (of|at|in) school\b|\bterm \d (ends|finishes)\b/i;
const BEGINS =
  /\b(first day of|start of|beginning of)( the)?( \w+){0,2} (half[- ])?term\b|\bterm (\d )?(begins?|starts?|opens|commences)\b|\bback to school\b|\b(pupils|children|students|school) (returns?|resumes?)\b|\bschool re-?opens\b|\breturn to school\b|\bschool re-?starts\b/i;
const HOLIDAY =
  /\bhalf[- ]?term\b|\bholidays?\b|\bvacation\b|\bmid-?term break\b|\b(christmas|easter|summer|winter|spring|october|february|autumn|half[- ]term|whitsun|halloween) break\b|\bgwyliau\b|\bhanner tymor\b/i;
const BANK_HOLIDAY = /\b(bank|public|statutory) holiday\b|\bmay day\b/i;
const CLOSURE = /\bclosed?\b|\bclosure\b|\bsnow day\b|\bpolling (day|station)\b|\bstrike\b|\bshut\b|\bno school\b/i;
const TERM = /\bterms?\b|\bsemester\b|\btymor\b/i;

/** The kind that the words and the length speak for; `other` wherever that is in doubt. */
export function kindOfEvent({ summary, days, hours }: EventFacts): EventKind {
  const isShort = hours !== null && hours < SHORTEST_CLOSED_HOURS;
  if (INSET.test(summary) && !/\btwilight\b/i.test(summary)) return isShort ? 'other' : 'inset';
  if (PART_OF_LIFE.test(summary)) return 'other';
  if (days <= 2 && ENDS.test(summary)) return 'term-ends';
  if (days <= 2 && BEGINS.test(summary)) return 'term-begins';
  if (BANK_HOLIDAY.test(summary)) return isShort ? 'other' : 'closure';
  if (HOLIDAY.test(summary)) return isShort ? 'other' : 'holiday';
  if (CLOSURE.test(summary)) return isShort ? 'other' : 'closure';
  if (TERM.test(summary) && days >= SHORTEST_TERM_DAYS) return 'term';
  return 'other';
}
