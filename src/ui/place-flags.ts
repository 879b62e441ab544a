// Flags of marks that end on one line stand side by side. Which line that is, only the drawn page knows.
export function placeFlags(mirror: HTMLElement): void {
  const byLine = new Map<number, HTMLElement[]>();
  for (const flag of mirror.querySelectorAll<HTMLElement>('.marked-flag')) {
    delete flag.dataset['place'];
    const line = Math.round(flag.offsetTop / 8);
    byLine.set(line, [...(byLine.get(line) ?? []), flag]);
  }
  for (const flags of byLine.values()) {
    if (flags.length > 1) flags.forEach((flag, i) => (flag.dataset['place'] = String(Math.min(i, 2))));
  }
}
