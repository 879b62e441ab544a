// What an action asks for, field by field, read from its schema: for query strings, flags and the reference alike.
import { z } from 'zod';

/** `json` is anything a single word cannot say: an object, or several shapes. */
export type FieldKind = 'text' | 'number' | 'boolean' | 'json';

export interface Field {
  readonly name: string;
  /** Of one value; of each value of a list. */
  readonly kind: FieldKind;
  readonly list: boolean;
  readonly required: boolean;
  /** The only values allowed, where they are few. */
  readonly values: readonly string[];
  readonly default?: unknown;
  /** What `.describe()` says. */
  readonly meaning: string;
  /** The type in words: `text, at most 200 characters`. */
  readonly type: string;
  /** Fields of the object, or of each object of the list; none where its shape is not one. */
  readonly parts: readonly Field[];
}

type Value = string | number | boolean | null;

/** As much of JSON Schema as zod writes of a field. */
interface Shape {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly enum?: readonly Value[];
  readonly const?: Value;
  readonly default?: unknown;
  readonly description?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export const inputFields = (schema: z.ZodObject): readonly Field[] => fieldsOf(schema, 'input');

/** Fields of an answer; none where it is not one object. */
export const outputFields = (schema: z.ZodType): readonly Field[] => fieldsOf(schema, 'output');

function fieldsOf(schema: z.ZodType, io: 'input' | 'output'): readonly Field[] {
  const whole = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Shape;
  return partsOf(whole);
}

function partsOf(shape: Shape): readonly Field[] {
  const required = new Set(shape.required ?? []);
  return Object.entries(shape.properties ?? {}).map(([name, part]) => fieldOf(name, part, required.has(name)));
}

function fieldOf(name: string, whole: Shape, required: boolean): Field {
  const shape = withoutNull(whole);
  const list = shape.type === 'array';
  const one = list ? withoutNull(shape.items ?? {}) : shape;
  return {
    name,
    kind: kindOf(one),
    list,
    required,
    values: valuesOf(one),
    ...(whole.default === undefined ? {} : { default: whole.default }),
    meaning: whole.description ?? shape.description ?? '',
    type: list ? `list of ${wordsOf(one)}${range(shape.minItems, shape.maxItems, ' of them')}` : wordsOf(one),
    parts: partsOf(one),
  };
}

function withoutNull(shape: Shape): Shape {
  const rest = (shape.anyOf ?? []).filter((choice) => choice.type !== 'null');
  return rest.length === 1 ? rest[0]! : shape;
}

function kindOf(shape: Shape): FieldKind {
  switch (shape.type) {
    case 'string':
      return 'text';
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    default: {
      const choices = shape.anyOf ?? shape.oneOf ?? [];
      const kinds = new Set(choices.map(kindOf));
      return kinds.size === 1 ? [...kinds][0]! : 'json';
    }
  }
}

function valuesOf(shape: Shape): readonly string[] {
  if (shape.const !== undefined) return [String(shape.const)];
  if (shape.enum) return shape.enum.map(String);
  const choices = (shape.anyOf ?? shape.oneOf ?? []).map(valuesOf);
  return choices.every((choice) => choice.length > 0) ? choices.flat() : [];
}

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': 'moment (ISO 8601)',
  date: 'date (YYYY-MM-DD)',
  time: 'time (HH:MM)',
  email: 'email address',
  uri: 'address (URL)',
  uuid: 'id',
};

function wordsOf(shape: Shape): string {
  const values = valuesOf(shape);
  if (values.length > 0) return values.length === 1 ? `always ${values[0]}` : `one of ${values.join(', ')}`;
  switch (kindOf(shape)) {
    case 'text':
      return (FORMATS[shape.format ?? ''] ?? 'text') + range(shape.minLength, shape.maxLength, ' characters');
    case 'number': {
      const small = (bound?: number) =>
        bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined;
      return (
        (shape.type === 'integer' ? 'whole number' : 'number') + range(small(shape.minimum), small(shape.maximum), '')
      );
    }
    case 'boolean':
      return 'yes or no';
    case 'json':
      return shape.type === 'array' ? 'list' : shape.type === 'object' ? 'object' : 'anything';
  }
}

/** @param unit empty for numbers, of which 0 is a bound like any other; of letters and lists it is none */
function range(least: number | undefined, most: number | undefined, unit: string): string {
  const from = least === 0 && unit !== '' ? undefined : least;
  if (most !== undefined) return from === undefined ? `, at most ${most}${unit}` : `, ${from} to ${most}${unit}`;
  return from === undefined || (from === 1 && unit !== '') ? '' : `, at least ${from}${unit}`;
}
