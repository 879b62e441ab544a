// What no mail may say: a template is told ids, counts and times only, and its words come out whole in text and HTML.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KEPT, keptSchema, type FactKind } from './facts.ts';
import { htmlOf, textOf } from './letter.ts';
import { carriesLink } from './template.ts';
import { TEMPLATE_WORDS } from './template-words.ts';
import { TEMPLATES } from './templates.ts';

const templates = [...TEMPLATES.values()];
const frame = { school: 'Millrace Primary School', origin: 'https://posts.example', link: '' };

/** What the writer may be given for each kind, and nothing outside it. */
const SAYING: Readonly<Record<FactKind, fc.Arbitrary<unknown>>> = {
  colleague: fc.string({ minLength: 1, maxLength: 80 }),
  count: fc.nat(500),
  link: fc.record({ until: fc.constant('10:00 on Friday 27 November 2026') }),
  notices: fc.array(fc.record({ text: fc.string({ minLength: 1 }), href: fc.constant('/me') }), { maxLength: 5 }),
};
const saidOf = (kinds: Readonly<Record<string, FactKind>>) =>
  fc.record(Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, SAYING[kind]])));

it('knows no kind of fact that could hold a pupil’s name or a draft', () => {
  expect(Object.keys(KEPT).toSorted()).toEqual(['colleague', 'count', 'link', 'notices']);
  for (const { facts } of templates) for (const kind of Object.values(facts)) expect(Object.keys(KEPT)).toContain(kind);
});

it('keeps no words in the queue: whatever is written into a fact is refused unless it is an id or a count', () => {
  const id = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
  fc.assert(
    fc.property(fc.constantFrom(...templates), fc.string({ minLength: 1 }), ({ facts }, words) => {
      fc.pre(!id.test(words));
      for (const [name, kind] of Object.entries(facts)) {
        const given = kind === 'notices' ? [words] : words;
        expect(keptSchema({ [name]: kind }).safeParse({ [name]: given }).success).toBe(false);
      }
      expect(keptSchema(facts).safeParse({ words }).success).toBe(false);
    }),
  );
});

it('says the same in text and in HTML, whatever the words hold', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...templates).chain((template) => fc.tuple(fc.constant(template), saidOf(template.facts))),
      ([template, said]) => {
        const whole = carriesLink(template) ? 'https://posts.example/join/secret' : '';
        const letter = template.write(said, { ...frame, link: whole });
        const [text, html] = [textOf(letter, frame), htmlOf(letter, frame)];
        expect(letter.subject).not.toBe('');
        expect(letter.subject).not.toMatch(/[\r\n]/);
        for (const block of letter.blocks) {
          const words =
            typeof block === 'string'
              ? [block]
              : 'link' in block
                ? [block.label, block.link]
                : block.items.map((one) => one.text);
          for (const one of words) expect(text).toContain(one);
        }
        // Nothing that was handed in opens or closes a tag.
        expect(
          html.replaceAll(/<\/?(!doctype html|html|head|meta|title|body|h1|p|a|ul|li|hr)\b[^<>]*>/g, ''),
        ).not.toMatch(/[<>]/);
        expect(text.includes(whole)).toBe(true);
      },
    ),
  );
});

it('carries a link of its own only where its facts promise one', () => {
  for (const template of templates) {
    const letter = template.write(fc.sample(saidOf(template.facts), { numRuns: 1, seed: 1 })[0], {
      ...frame,
      link: 'https://posts.example/join/secret',
    });
    expect(textOf(letter, frame).includes('/join/secret'), template.name).toBe(carriesLink(template));
  }
});

it('has a name for every kind in the list of messages', () => {
  expect(Object.keys(TEMPLATE_WORDS).toSorted()).toEqual(templates.map(({ name }) => name).toSorted());
});
