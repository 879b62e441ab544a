// A form's fields → an action's input. The name of a field says where it goes and what it is:
//   words            text                    contacts.0.value   a field of the first contact
//   roles[]          a list of texts         accounts[]         …as many as are ticked
//   urgent:boolean   a tick box              needs:number       a number
//   wantedAt:optional  text, left out when empty
// A list whose every field is empty is left out, so that spare lines of a form do no harm.

type Value = string | number | boolean | Value[] | { [key: string]: Value };

const NAME = /^([A-Za-z][A-Za-z0-9_.-]*?)(\[\])?(?::(boolean|number|optional))?$/;

export function fieldsOf(form: FormData): Record<string, Value> {
  const whole: Record<string, Value> = {};
  for (const name of new Set(form.keys())) {
    const match = NAME.exec(name);
    if (!match) continue;
    const [, path, list, kind] = match;
    const texts = form.getAll(name).filter((value): value is string => typeof value === 'string');
    const value = list ? texts.filter((text) => text !== '') : valueOf(texts.at(-1), kind);
    if (value !== undefined) put(whole, path!.split('.'), value);
  }
  return tidied(whole) as Record<string, Value>;
}

function valueOf(text: string | undefined, kind: string | undefined): Value | undefined {
  if (kind === 'boolean') return text !== undefined && text !== '' && text !== 'false';
  if (text === undefined) return undefined;
  const plain = text.replaceAll('\r\n', '\n');
  if (kind === 'optional' && plain.trim() === '') return undefined;
  if (kind === 'number') return plain.trim() === '' ? undefined : Number(plain);
  return plain;
}

function put(whole: Record<string, Value>, path: readonly string[], value: Value): void {
  let here = whole;
  for (const step of path.slice(0, -1)) {
    if (step === '__proto__') return;
    const next = here[step];
    here = typeof next === 'object' && !Array.isArray(next) ? next : ((here[step] = {}) as Record<string, Value>);
  }
  const last = path.at(-1)!;
  if (last !== '__proto__') here[last] = value;
}

/** Objects keyed 0, 1, 2 … become lists; lines with nothing in them are dropped. */
function tidied(value: Value): Value {
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => /^\d{1,4}$/.test(key))) {
    return keys
      .sort((one, other) => Number(one) - Number(other))
      .map((key) => tidied(value[key]!))
      .filter((line) => !isEmpty(line));
  }
  return Object.fromEntries(keys.map((key) => [key, tidied(value[key]!)]));
}

const isEmpty = (value: Value): boolean =>
  typeof value === 'string'
    ? value.trim() === ''
    : typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isEmpty);
