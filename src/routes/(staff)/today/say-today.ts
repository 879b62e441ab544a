// Says a day in sentences: how much needs somebody, how long each thing has, which week of term it is. Pure.
import { dayIn, sayMoment, sayNearDay } from '#surfaces/web/say-time.ts';
import type { Tone } from '#ui/state.ts';
import { capital, sayCount } from '#surfaces/web/say-count.ts';

interface Waiting {
  readonly due: string | null;
  readonly urgency: 'overdue' | 'soon' | 'calm';
}

/** "Three things need you, Priya. One of them today." */
export function headingOf(firstName: string, duties: readonly Waiting[], today: string, zone: string): string {
  const count = duties.length;
  if (count === 0) return `Nothing is asked of you today, ${firstName}.`;
  const things = `${capital(sayCount(count))} ${count === 1 ? 'thing needs' : 'things need'} you, ${firstName}.`;
  const pressing = duties.filter(
    ({ due, urgency }) => urgency === 'overdue' || (due !== null && dateOf(due, zone) <= today),
  ).length;
  if (pressing === 0) return things;
  if (count === 1) return `${things} Today.`;
  return `${things} ${pressing === count ? 'All of them' : `${capital(sayCount(pressing))} of them`} today.`;
}

const MINUTE = 60_000;

/** What is left, in words; nothing where there is no limit. */
export function clockOf(
  due: string | null,
  urgency: Waiting['urgency'],
  now: string,
  zone: string,
): { left: string; when: string; tone: Tone } | null {
  const tone: Tone = urgency === 'overdue' ? 'stop' : urgency === 'soon' ? 'hold' : 'calm';
  if (due === null) return null;
  const today = dayIn(now, zone);
  if (isDate(due)) {
    const days = Math.round((Date.parse(`${due}T12:00:00Z`) - Date.parse(`${today}T12:00:00Z`)) / (24 * 60 * MINUTE));
    const left =
      days < 0 ? `Overdue by ${many(-days, 'day')}` : days === 0 ? 'Due today' : `${capital(many(days, 'day'))} left`;
    return { left, when: days === 0 ? '' : `Due ${sayNearDay(due, today)}`, tone };
  }
  const minutes = Math.round((Date.parse(due) - Date.parse(now)) / MINUTE);
  const span = spanOf(Math.abs(minutes));
  return {
    left: minutes < 0 ? `Overdue by ${span}` : `${capital(span)} left`,
    when: `Due ${sayMoment(due, zone, now)}`,
    tone,
  };
}

/** "week 11 of the autumn term", "the holidays"; nothing where no terms are written down. */
export function weekOf(
  today: string,
  terms: readonly { readonly name: string; readonly starts: string; readonly ends: string }[],
): string {
  if (terms.length === 0) return '';
  const term = terms.find(({ starts, ends }) => starts <= today && today <= ends);
  if (!term) return '';
  const week = Math.floor((mondayOf(today) - mondayOf(term.starts)) / (7 * 24 * 60 * MINUTE)) + 1;
  return `week ${week} of the ${/term$/i.test(term.name) ? term.name.toLowerCase() : `${term.name.toLowerCase()} term`}`;
}

const isDate = (due: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(due);
const dateOf = (due: string, zone: string): string => (isDate(due) ? due : dayIn(due, zone));
const many = (count: number, what: string): string => `${sayCount(count)} ${what}${count === 1 ? '' : 's'}`;

function spanOf(minutes: number): string {
  if (minutes < 90) return many(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? many(hours, 'hour') : many(Math.round(hours / 24), 'day');
}

function mondayOf(date: string): number {
  const noon = Date.parse(`${date}T12:00:00Z`);
  // 1 January 1970 was a Thursday.
  const weekday = (Math.floor(noon / (24 * 60 * MINUTE)) + 3) % 7;
  return noon - weekday * 24 * 60 * MINUTE;
}
