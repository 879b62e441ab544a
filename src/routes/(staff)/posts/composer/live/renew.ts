// Brings a part of the page up to a freshly drawn one and touches only what differs: what somebody types, ticks, opens or
// stands on stays as it is. Parts marked `data-own` belong to the page in the browser and are left alone.
import { matched, type Part } from './matched.ts';

/** What is inside these is the reader’s, or drawn by other script. */
const INSIDE_STAYS = 'textarea, select, noscript, .mirror';

export function renew(old: Element, fresh: Element): void {
  if (old.matches('[data-own]')) return;
  renewAttributes(old, fresh);
  if (old.matches(INSIDE_STAYS)) return;
  // Something inside has just gone wrong, and has to be seen.
  if (old instanceof HTMLDetailsElement && fresh.hasAttribute('open') && isWrong(fresh) && !isWrong(old))
    old.open = true;
  renewChildren(old, fresh);
}

const isWrong = (part: Element): boolean => part.querySelector('.field--wrong') !== null;

function renewAttributes(old: Element, fresh: Element): void {
  for (const name of old.getAttributeNames())
    if (!fresh.hasAttribute(name) && !isReaders(old, name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value && !isReaders(old, name)) old.setAttribute(name, value);
}

const isReaders = (element: Element, name: string): boolean =>
  name === 'checked' ||
  name === 'open' ||
  (name === 'value' && element instanceof HTMLInputElement && element.type !== 'hidden');

function renewChildren(old: Element, fresh: Element): void {
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  const places = matched(before.map(asPart), after.map(asPart));
  for (const [place, node] of before.entries()) if (!places.includes(place)) takeOut(node);
  let here: ChildNode | null = old.firstChild;
  for (const [index, next] of after.entries()) {
    const place = places[index] ?? null;
    const kept = place === null ? undefined : before[place];
    if (kept === undefined) {
      old.insertBefore(document.importNode(next, true), here);
      continue;
    }
    if (kept !== here && kept.contains(document.activeElement)) here = moveBehind(here, kept, old);
    if (kept === here) here = here.nextSibling;
    else old.insertBefore(kept, here);
    if (kept instanceof Element && next instanceof Element) renew(kept, next);
    else if (kept.nodeValue !== next.nodeValue) kept.nodeValue = next.nodeValue;
  }
}

/** What has the focus loses it when it is moved, so the others go round it. */
function moveBehind(from: ChildNode | null, kept: ChildNode, parent: Element): ChildNode {
  for (let here = from; here !== null && here !== kept;) {
    const next: ChildNode | null = here.nextSibling;
    parent.append(here);
    here = next;
  }
  return kept;
}

/** Nothing is taken from under somebody who types in it; from under a button the focus goes to what it stood in or beside. */
function takeOut(node: ChildNode): void {
  const focused = document.activeElement;
  if (focused !== null && node.contains(focused)) {
    if (focused.matches('textarea, select, input:not([type="checkbox"], [type="radio"])')) return;
    const parent = node.parentElement;
    node.remove();
    const near = parent?.closest<HTMLElement>(`${STANDS}:not(main)`) ?? parent?.querySelector<HTMLElement>(BESIDE);
    near?.focus({ preventScroll: true });
    return;
  }
  node.remove();
}

const STANDS = '[tabindex="-1"]';
const BESIDE = `:is(${STANDS}, input:not([type="hidden"]), button):not([data-own] *)`;

/** Numbers within a name only say where in a row it stands, and rows have keys of their own. */
const asPart = (node: Node): Part => ({
  kind: node instanceof HTMLInputElement ? `INPUT ${node.type}` : node.nodeName,
  key: node instanceof HTMLElement ? (node.dataset['key'] ?? controlOf(node).replace(/\d+/g, '0')) : '',
});

const controlOf = (element: HTMLElement): string =>
  element.id || (element.matches('.field') ? (element.querySelector('input[id], textarea, select')?.id ?? '') : '');
