// Where a JSON text goes wrong. `JSON.parse` often does not say, and "somewhere in there" helps nobody.

export interface Fault {
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}

const SPACE = /[ \t\n\r]*/y;
/** Between the quotes: anything from the space on but quote and backslash, and what a backslash may begin. */
const STRING = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"/y;
const PLAIN = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

/** @returns the first place at which no JSON text (RFC 8259) could go on like this; null if there is none */
export function jsonFault(text: string): Fault | null {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expect: 'value' | 'value or ]' | 'key' | 'key or }' | 'after' = 'value';
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found !== null && found[0] !== '';
  };
  const take = (sign: string): boolean => text[at] === sign && ++at > 0;

  for (;;) {
    skip(SPACE);
    if (at === text.length && expect === 'after' && open.length === 0) return null;
    if (expect === 'after') {
      const inside = open.at(-1);
      if (inside === '{' && take(',')) expect = 'key';
      else if (inside === '[' && take(',')) expect = 'value';
      else if ((inside === '{' && take('}')) || (inside === '[' && take(']'))) open.pop();
      else return placeOf(text, at);
    } else if (expect === 'key' || expect === 'key or }') {
      if (expect === 'key or }' && take('}')) {
        open.pop();
        expect = 'after';
        continue;
      }
      if (!skip(STRING)) return placeOf(text, at);
      skip(SPACE);
      if (!take(':')) return placeOf(text, at);
      expect = 'value';
    } else if (expect === 'value or ]' && take(']')) {
      open.pop();
      expect = 'after';
    } else if (take('{')) {
      open.push('{');
      expect = 'key or }';
    } else if (take('[')) {
      open.push('[');
      expect = 'value or ]';
    } else if (skip(STRING) || skip(PLAIN)) expect = 'after';
    else return placeOf(text, at);
  }
}

function placeOf(text: string, at: number): Fault {
  const before = text.slice(0, at);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: at - start + 1 };
}
