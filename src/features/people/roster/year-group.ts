// Year groups in one spelling: N, R, 1 to 14 (England, Wales, Northern Ireland), P1 to P7 and S1 to S6 (Scotland).

const NURSERY = /^(n|n1|n2|nur|nursery|pre ?school|fs1|f1|kindergarten)$/;
const RECEPTION = /^(r|yr|rec|reception|fs2|f2|foundation|0|year r|year 0|y0)$/;
const NUMBERED = /^(?:year|yr|y|nc year|ncy)? ?0?([1-9]|1[0-4])$/;
const PRIMARY = /^(?:primary|p) ?([1-7])$/;
const SECONDARY = /^(?:secondary|s) ?([1-6])$/;

/** "Year 4", "Yr 4", "Y4", "04" → "4"; "Reception" → "R"; "Primary 3" → "P3". Null when it is no year group we know. */
export function yearGroupOf(written: string): string | null {
  const text = written
    .toLowerCase()
    .replace(/[\s_.-]+/g, ' ')
    .trim();
  if (NURSERY.test(text)) return 'N';
  if (RECEPTION.test(text)) return 'R';
  const numbered = NUMBERED.exec(text)?.[1];
  if (numbered) return numbered;
  const primary = PRIMARY.exec(text)?.[1];
  if (primary) return `P${primary}`;
  const secondary = SECONDARY.exec(text)?.[1];
  return secondary ? `S${secondary}` : null;
}

/** As a page says it: "Year 4", "Reception", "Primary 3". */
export function yearGroupName(yearGroup: string): string {
  if (yearGroup === 'N') return 'Nursery';
  if (yearGroup === 'R') return 'Reception';
  if (yearGroup.startsWith('P')) return `Primary ${yearGroup.slice(1)}`;
  if (yearGroup.startsWith('S')) return `Secondary ${yearGroup.slice(1)}`;
  return `Year ${yearGroup}`;
}

/** Where a year group stands on the way through school, so that "one year on" can be told; null when unknown. */
export function yearGroupStep(yearGroup: string | null | undefined): number | null {
  if (!yearGroup) return null;
  if (yearGroup === 'N') return -1;
  if (yearGroup === 'R') return 0;
  // Scottish years stand on a ladder of their own, far from the other: nobody moves between the two in one import.
  if (yearGroup.startsWith('P')) return 100 + Number(yearGroup.slice(1));
  if (yearGroup.startsWith('S')) return 107 + Number(yearGroup.slice(1));
  return Number(yearGroup);
}
