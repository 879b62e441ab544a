// Words of an address → values: what stands in a path or a query string is text; the action's schema says what it means.
import type { AnyAction } from '#kernel/action.ts';
import { inputFields, type FieldKind } from '../fields.ts';

/**
 * How text becomes a value, by the kind of the field: a number where it is written as one, `true` and `false`, JSON for
 * an object; a field that is a list is repeated (`?tag=a&tag=b`). What fits none of these stays text, so that the
 * action's own schema refuses it with the field's name.
 */
const READ: Readonly<Record<FieldKind, (text: string) => unknown>> = {
  text: (text) => text,
  number: (text) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text),
  boolean: (text) => (text === 'true' ? true : text === 'false' ? false : text),
  json: (text) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return text;
    }
  },
};

export interface WordsReader {
  query(params: URLSearchParams): Record<string, unknown>;
  path(params: Readonly<Record<string, string>>): Record<string, unknown>;
}

/** Prepared once an action; asked for every request. */
export function createWordsReader(action: AnyAction): WordsReader {
  const fields = new Map(inputFields(action.input).map((field) => [field.name, field]));
  const one = (name: string, text: string): unknown => {
    const field = fields.get(name);
    return field ? READ[field.kind](text) : text;
  };
  return {
    query(params) {
      const input: Record<string, unknown> = {};
      for (const name of new Set(params.keys())) {
        const values = params.getAll(name).map((text) => one(name, text));
        input[name] = values.length > 1 || fields.get(name)?.list === true ? values : values[0];
      }
      return input;
    },
    path: (params) => Object.fromEntries(Object.entries(params).map(([name, text]) => [name, one(name, text)])),
  };
}
