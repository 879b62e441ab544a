// An answer to a setting as fields of a form, and back: the names say where each part goes. Pure.
import type { Api } from '#kernel/registry.ts';
import type { Features } from '#features/index.ts';

type Read = Awaited<ReturnType<Api<Features>['policy']['readSetting']>>;
export type Shape = Read['shape'];
export type SimpleShape = Exclude<Shape, { kind: 'parts' | 'rows' | 'any-or-some' }>;

/** Fields that, sent together, give this answer. */
export function fieldsFor(shape: Shape, value: unknown, name: string): (readonly [name: string, text: string])[] {
  switch (shape.kind) {
    case 'parts':
      return shape.parts.flatMap((part) => fieldsFor(part.shape, partOf(value, part.key), `${name}.${part.key}`));
    case 'rows':
      return listOf(value).flatMap((row, at) =>
        shape.parts.flatMap((part) => fieldsFor(part.shape, partOf(row, part.key), `${name}.${at}.${part.key}`)),
      );
    case 'any-or-some':
      return value === shape.any.value
        ? [[`${name}.which`, 'any']]
        : [[`${name}.which`, 'some'], ...listOf(value).map((one) => [`${name}.some[]`, textOf(one)] as const)];
    case 'yes-no':
      return value === undefined ? [] : [[name, value === true ? 'yes' : 'no']];
    case 'some':
      return listOf(value).map((one, at) => [shape.inOrder ? `${name}.${at}` : `${name}[]`, textOf(one)] as const);
    case 'lines':
      return [[name, listOf(value).map(textOf).join('\n')]];
    case 'one':
    case 'text':
    case 'number':
      return [[name, textOf(value)]];
  }
}

/** What was typed, as the answer that it stands for; what cannot be one is left as it was typed, for the setting to refuse. */
export function answerIn(shape: Shape, typed: unknown): unknown {
  switch (shape.kind) {
    case 'parts':
      return Object.fromEntries(shape.parts.map(({ key, shape: part }) => [key, answerIn(part, partOf(typed, key))]));
    case 'rows':
      return listOf(typed)
        .filter((row) => textOf(partOf(row, 'label')).trim() !== '')
        .map((row) =>
          Object.fromEntries(
            shape.parts.map(({ key, shape: part }) => [
              key,
              key === 'id'
                ? textOf(partOf(row, 'id')) || idFrom(textOf(partOf(row, 'label')))
                : answerIn(part, partOf(row, key)),
            ]),
          ),
        );
    case 'any-or-some':
      return partOf(typed, 'which') === 'some' ? listOf(partOf(typed, 'some')) : shape.any.value;
    case 'yes-no':
      return typed === 'yes' ? true : typed === 'no' ? false : undefined;
    case 'some':
      return listOf(typed);
    case 'lines':
      return textOf(typed)
        .split('\n')
        .map((text) => text.trim())
        .filter((text) => text !== '');
    case 'number': {
      const text = textOf(typed).trim();
      if (text === '') return shape.mayBeOpen ? null : undefined;
      return /^-?\d+$/.test(text) ? Number(text) : text;
    }
    case 'one':
    case 'text':
      return textOf(typed) === '' ? undefined : textOf(typed);
  }
}

/** `platform=facebook&category=event`: a place as the one value of a choice. */
export const placeText = (place: Readonly<Record<'account' | 'platform' | 'category', string | null>>): string =>
  new URLSearchParams(
    (['account', 'platform', 'category'] as const).flatMap((kind) =>
      place[kind] === null ? [] : [[kind, place[kind]]],
    ),
  ).toString();

export interface Override {
  readonly account?: string;
  readonly platform?: string;
  readonly category?: string;
  readonly is: unknown;
}

/** Lines that name no place are left out. */
export function overridesIn(shape: Shape, typed: unknown): Override[] {
  return listOf(typed).flatMap((line) => {
    const where = textOf(partOf(line, 'where'));
    return where === ''
      ? []
      : [{ ...Object.fromEntries(new URLSearchParams(where)), is: answerIn(shape, partOf(line, 'is')) }];
  });
}

export const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

const idFrom = (label: string): string =>
  label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '') || 'kind';
