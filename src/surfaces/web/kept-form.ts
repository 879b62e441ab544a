// Reads back what came of a form: what is wrong at which field, and what was typed. For the page that shows it again.
import { capital, sayCount } from './say-count.ts';
import type { Problem } from './problem.ts';

/** What a form action answered with, if it answered with a problem. */
export type KeptForm =
  { readonly problem?: Problem; readonly values?: Readonly<Record<string, unknown>> } | null | undefined;

/** What is wrong with one field. The id of a control is the name of its field. */
export const wrongAt = (form: KeptForm, field: string): string | undefined =>
  form?.problem?.fields.find((wrong) => wrong.field === field)?.message;

/** The same for a control that asks for several parts at once: what is wrong with it, or with one of them. */
export const wrongWithin = (form: KeptForm, field: string): string | undefined =>
  form?.problem?.fields.find((wrong) => wrong.field === field || wrong.field.startsWith(`${field}.`))?.message;

/** What was typed, else what stood there before. */
export function typed(form: KeptForm, field: string, otherwise = ''): string {
  if (!form?.values) return otherwise;
  const found = field
    .split('.')
    .reduce<unknown>((value, step) => (isGroup(value) ? value[step] : undefined), form.values);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

/** For a control whose id is the name of its field: what stands in it, and what is wrong with it. */
export const controlOf = (form: KeptForm, field: string, otherwise = '') => ({
  id: field,
  value: typed(form, field, otherwise),
  error: wrongAt(form, field),
});

/** Whether something of a list was ticked; before anything was sent, whether it is so already. */
export function ticked(form: KeptForm, field: string, value: string, otherwise = false): boolean {
  if (!form?.values) return otherwise;
  const found = form.values[field];
  return Array.isArray(found) ? found.includes(value) : found === value || found === true;
}

/** Lines of a list as they were typed, else as they stood before. */
export function typedLines<T extends object>(form: KeptForm, field: string, otherwise: readonly T[]): readonly T[] {
  const found = form?.values?.[field];
  if (!form?.values) return otherwise;
  return Array.isArray(found) ? (found as readonly T[]) : [];
}

/** For `ErrorSummary`: each wrong field, or the whole of it. */
export function summaryOf(form: KeptForm): { title: string; problems: { field?: string; message: string }[] } {
  const problem = form?.problem;
  if (!problem) return { title: '', problems: [] };
  if (problem.fields.length === 0) {
    return {
      title: problem.message,
      problems: problem.remedy ? [{ message: problem.remedy }] : [{ message: 'Nothing was changed.' }],
    };
  }
  const title =
    problem.fields.length === 1
      ? 'One thing to put right'
      : `${capital(sayCount(problem.fields.length))} things to put right`;
  return { title, problems: problem.fields.map(({ field, message }) => ({ field, message })) };
}

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Of several forms on a page: the answer, if it is this form's. SvelteKit posts each to `?/name`. */
export const answerOf = <T extends KeptForm>(form: T, url: { readonly search: string }, name: string): T | null =>
  url.search.startsWith(`?/${name}`) ? form : null;
