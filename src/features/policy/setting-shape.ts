// What an answer to a setting looks like, so that a form can ask for it: read from the setting's own schema. Pure.
import { z } from 'zod';
import { capital, spaced } from './answer-in-words.ts';
import { roleLabels } from './role-names.ts';
import { platformLabels, platformNames } from './settings/platform-names.ts';
import type { Setting } from './setting.ts';
import { unitOf } from './unit-of.ts';

const option = z.object({ value: z.string(), label: z.string() });

const simple = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('yes-no'), yes: z.string(), no: z.string() }),
  z.object({ kind: z.literal('one'), options: z.array(option) }),
  z.object({
    kind: z.literal('some'),
    options: z.array(option),
    inOrder: z.boolean().describe('Whether the first named comes first'),
  }),
  z.object({ kind: z.literal('lines'), most: z.number() }),
  z.object({ kind: z.literal('text'), most: z.number() }),
  z.object({
    kind: z.literal('number'),
    from: z.number(),
    to: z.number(),
    unit: z.string(),
    mayBeOpen: z.boolean().describe('Whether it can be left unfixed (null)'),
  }),
]);
const part = z.object({ key: z.string(), label: z.string(), shape: simple });

export const shapeSchema = z.discriminatedUnion('kind', [
  ...simple.options,
  z.object({ kind: z.literal('parts'), parts: z.array(part) }),
  z.object({ kind: z.literal('rows'), parts: z.array(part) }),
  z.object({ kind: z.literal('any-or-some'), any: option, options: z.array(option) }),
]);
export type SettingShape = z.infer<typeof shapeSchema>;
export type SimpleShape = z.infer<typeof simple>;

/** As much of JSON Schema as zod writes of a setting. */
interface Written {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly anyOf?: readonly Written[];
  readonly items?: Written;
  readonly properties?: Readonly<Record<string, Written>>;
  readonly propertyNames?: Written;
  readonly additionalProperties?: Written | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** @throws for a shape that no form asks for yet */
export function shapeOf(setting: Setting<unknown>): SettingShape {
  const written = z.toJSONSchema(setting.schema, { io: 'input' }) as Written;
  const [first, second] = written.anyOf ?? [];
  if (first?.const !== undefined && second?.items?.enum) {
    return {
      kind: 'any-or-some',
      any: labelled(setting, first.const),
      options: second.items.enum.map((value) => labelled(setting, value)),
    };
  }
  if (written.items?.properties) return { kind: 'rows', parts: partsOf(setting, written.items.properties) };
  if (written.properties) return { kind: 'parts', parts: partsOf(setting, written.properties) };
  const each = written.additionalProperties;
  if (written.propertyNames?.enum && typeof each === 'object') {
    const parts = Object.fromEntries(written.propertyNames.enum.map((key) => [key, each]));
    return { kind: 'parts', parts: partsOf(setting, parts) };
  }
  return simpleShape(setting, written);
}

const partsOf = (setting: Setting<unknown>, parts: Readonly<Record<string, Written>>) =>
  Object.entries(parts).map(([key, written]) => ({
    key,
    label: capital(spaced(key)),
    shape: simpleShape(setting, written),
  }));

function simpleShape(setting: Setting<unknown>, written: Written): SimpleShape {
  const { items, type, anyOf } = written;
  const options = (values: readonly string[]) => values.map((value) => labelled(setting, value));
  if (written.enum) return { kind: 'one', options: options(written.enum) };
  // The order counts where roles are asked one after another, and where a list is nothing but its order.
  if (items?.enum) {
    const inOrder = setting.answers === roleLabels && setting.order === 'none';
    return { kind: 'some', options: options(items.enum), inOrder };
  }
  if (items?.type === 'string') return { kind: 'lines', most: items.maxLength ?? 200 };
  if (type === 'boolean') {
    const { true: yes = 'Yes', false: no = 'No' } = setting.answers ?? {};
    return { kind: 'yes-no', yes, no };
  }
  if (type === 'string') return { kind: 'text', most: written.maxLength ?? 200 };
  const number = anyOf?.find((one) => one.type === 'integer') ?? written;
  if (number.type === 'integer') {
    return {
      kind: 'number',
      from: number.minimum ?? 0,
      to: number.maximum ?? Number.MAX_SAFE_INTEGER,
      unit: unitOf(setting.id),
      mayBeOpen: anyOf !== undefined,
    };
  }
  throw new Error(`No form asks for an answer like that of ${setting.id} yet.`);
}

function labelled({ answers }: Setting<unknown>, value: string): { value: string; label: string } {
  const labels: Readonly<Record<string, string>> = { ...platformLabels, ...roleLabels, ...answers };
  return { value, label: capital(labels[value] ?? spaced(value)) };
}

/** The platforms for which another answer can hold. */
export const platformOptions = (): { value: string; label: string }[] =>
  platformNames.map((value) => ({ value, label: capital(platformLabels[value]) }));
