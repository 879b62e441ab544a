// Prepared statements by name: the single biggest gain in speed (see docs/decisions). Capped, since each name lives on each connection.

const CAP = 500;
const names = new Map<string, string>();

/** A stable name for a statement, or undefined once the cap is reached (the statement then runs unnamed). */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= CAP) return known;
  const name = `g${names.size + 1}`;
  names.set(text, name);
  return name;
}
