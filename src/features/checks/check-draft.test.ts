// Drafts under the model policies: what stops, what needs somebody, which clauses are cited.
import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PolicyInForce } from '#kernel/policy.ts';
import { prepareDraft, readerForSeveral } from './check-draft.ts';
import { check, modelPolicy, roll } from './corpus/school.ts';
import { contestKey } from './draft.ts';
import type { RuleName } from './finding.ts';
import { indexRoll } from './roll-index.ts';

let heys: PolicyInForce, nicholas: PolicyInForce, josephs: PolicyInForce, tpat: PolicyInForce, starter: PolicyInForce;
beforeAll(async () => {
  [heys, nicholas, josephs, tpat, starter] = await Promise.all([
    modelPolicy('grappenhall-heys'),
    modelPolicy('st-nicholas'),
    modelPolicy('st-josephs'),
    modelPolicy('tpat'),
    modelPolicy('starter'),
  ]);
});
const finding = (text: string, policy: PolicyInForce, rule: RuleName) =>
  check(text, policy).findings.find((one) => one.rule === rule);

describe('pupils’ names', () => {
  it('[TP-30] stops each of the four kinds of personal information and names it', () => {
    for (const [text, rule] of [
      ['Well done Amelia Brown!', 'pupil-full-name'],
      ['The party is at 12 Acacia Avenue.', 'postal-address'],
      ['Write to jo.bloggs@gmail.com', 'personal-email'],
      ['Ring 07700 900123', 'personal-phone'],
    ] as const) {
      expect(finding(text, tpat, rule)).toMatchObject({
        severity: 'block',
        clauses: expect.arrayContaining(['TP-30']),
        byDefault: false,
      });
    }
  });

  it('[TP-59] stops a full name in the words, in a caption and in a file name', () => {
    expect(finding('Well done Amelia Brown!', tpat, 'pupil-full-name')?.clauses).toContain('TP-59');
    const checked = check(
      {
        text: 'Our garden',
        media: [{ kind: 'image', alt: 'Amelia Brown planting beans', fileName: 'amelia_brown.jpg' }],
      },
      tpat,
    );
    expect(checked.findings.filter((one) => one.rule === 'pupil-full-name').map((one) => one.within)).toEqual([
      { media: 0, part: 'alt' },
      { media: 0, part: 'fileName' },
    ]);
  });

  it('gives the exact words of the way out', () => {
    expect(finding('Amelia Brown won. We cheered.', tpat, 'pupil-full-name')).toMatchObject({
      message: '“Amelia Brown” is a pupil’s full name.',
      fixes: ['Millie', 'One of our pupils'],
      who: null,
      contestable: true,
    });
  });

  it('finds a surname and an initial where only one pupil has both', () => {
    for (const text of [
      'Well done A. Brown!',
      'Won by A. R. Brown',
      'Won by M Brown',
      'By O. Fenwick-Jones',
      'By M.-J. O’Neill',
    ])
      expect(finding(text, tpat, 'pupil-identifiable'), text).toBeDefined();
    expect(finding('Well done O. Fenwick!', tpat, 'pupil-identifiable')).toMatchObject({
      message: '“O. Fenwick” is the surname and initial of one pupil only.',
      severity: 'review',
      fixes: ['Oscar', 'one of our pupils'],
    });
    for (const text of [
      'A Brown bear came.',
      'Plan b brown',
      'Mrs A. Brown',
      'Dr A. R. Fenwick',
      'B. Brown',
      'in 4A. Brown bears',
    ])
      expect(finding(text, tpat, 'pupil-identifiable'), text).toBeUndefined();
  });

  it('lets be a surname and an initial that fit two pupils', () => {
    const pupils = ['Amelia', 'Adam'].map((first) => ({ id: first, kind: 'pupil' as const, first, last: 'Fenwick' }));
    const prepared = prepareDraft({ text: 'Well done A. Fenwick!' });
    for (const fitting of [pupils.slice(0, 1), pupils]) {
      const { findings } = prepared.check({ people: indexRoll(fitting).find(prepared.keys) }, tpat);
      expect(findings.some(({ rule }) => rule === 'pupil-identifiable')).toBe(fitting.length === 1);
    }
  });

  it('stops a full name in every disguise', () => {
    for (const name of [
      'Amelia: Brown',
      'Amelia ... Brown',
      'Amelia… Brown',
      'Amelia&nbsp;Brown',
      '\u202EnworB ailemA',
    ])
      expect(finding(`Well done\n${name}`, tpat, 'pupil-full-name')?.severity, name).toBe('block');
  });

  it('says under a policy that is silent that the stop is Gatepost’s default', () => {
    const found = finding('Amelia Brown won', heys, 'pupil-full-name');
    expect(found?.byDefault).toBe(true);
    expect(found?.message).toContain('Gatepost’s default, not in your policy');
    expect(found?.clauses.every((clause) => clause.startsWith('ST-'))).toBe(true);
  });

  it('never blocks two ordinary words in small letters', () => {
    expect(check('year 3 will read', tpat).outcome).toBe('warn');
  });

  it('turns a contested name into a question for the headteacher, on that text alone', () => {
    const contested = new Set([contestKey('pupil-full-name', 'Amelia Brown')]);
    expect(check('Amelia Brown won', tpat, { contested }).findings[0]).toMatchObject({
      severity: 'review',
      who: 'headteacher',
    });
    expect(check('AMELIA BROWN won', tpat, { contested }).outcome).toBe('block');
  });

  it('tells one stretch of words once, by the stronger rule', () => {
    expect(check('Amelia Brown of 4B', tpat).findings.map((one) => one.rule)).toEqual(['pupil-full-name']);
  });
});

describe('people and tone', () => {
  it('[GH-53] [SJ-56] raises a warning on a colleague’s name with a judgement, for a reviewer to clear', () => {
    for (const [policy, clause] of [
      [heys, 'GH-53'],
      [josephs, 'SJ-56'],
    ] as const) {
      const checked = check('Ngozi Okafor is a terrible teacher', policy);
      expect(checked.outcome).toBe('review');
      expect(checked.findings.find((one) => one.rule === 'derogatory')?.clauses).toContain(clause);
    }
  });

  it('stops or holds an insulting phrase and shows where it stands', () => {
    const words = 'Our parents are lazy and never read letters.';
    for (const policy of [heys, josephs]) {
      const found = finding(words, policy, 'derogatory');
      expect(found?.severity).toBe('review');
      expect(words.slice(found?.start, found?.end)).toBe('Our parents are lazy');
    }
  });

  it('[TP-57] needs the headteacher for a draft that belittles the trust', () => {
    expect(finding('Our trust is a shambles.', tpat, 'derogatory')).toMatchObject({
      severity: 'review',
      who: 'headteacher',
      clauses: expect.arrayContaining(['TP-57']),
    });
  });

  it('[SN-66] stops a slur, and nobody’s word as author lets it through', () => {
    const draft = 'Don’t be such a retard.';
    const found = finding(draft, nicholas, 'discriminatory');
    expect(found).toMatchObject({ severity: 'block', who: null, clauses: expect.arrayContaining(['SN-66']) });
    const contested = new Set([contestKey('discriminatory', found?.excerpt ?? '')]);
    expect(check(draft, nicholas, { contested }).findings[0]).toMatchObject({ severity: 'review', who: 'headteacher' });
  });

  it('warns of a rude reply and says how to put it', () => {
    expect(finding('Calm down and read the letter properly.', tpat, 'derogatory')).toMatchObject({
      severity: 'warn',
      remedy: expect.stringContaining('friendly'),
    });
  });

  it('[SN-82] asks to remove or attribute a personal view', () => {
    expect(finding('I personally think homework is too long.', nicholas, 'opinion')).toMatchObject({
      severity: 'warn',
      clauses: ['SN-82'],
      remedy: expect.stringContaining('whose'),
    });
  });

  it('asks for agreement before a colleague is named, unless it is on record', () => {
    expect(finding('Ngozi Okafor told a story', tpat, 'named-adult')).toMatchObject({
      severity: 'review',
      clauses: ['TP-58'],
    });
    expect(check('Ngozi Okafor told a story', tpat, { agreedToBeNamed: new Set(['okafor']) }).outcome).toBe('clear');
  });
});

describe('what else a post may not do', () => {
  it('holds a promise until somebody has confirmed that it can be kept', () => {
    expect(finding('We guarantee every child a place.', tpat, 'commitment')).toMatchObject({
      severity: 'block',
      clauses: ['TP-34'],
    });
    expect(check('We guarantee every child a place.', tpat, { confirmedBy: 'Ngozi Okafor' }).outcome).toBe('clear');
  });

  it('[GH-55] [SJ-58] stops a pupil’s medical condition and the school’s own terms', () => {
    for (const policy of [heys, josephs]) {
      expect(finding('Oscar has epilepsy and swam a mile.', policy, 'confidential')?.severity).toBe('block');
      expect(check('Project Otter is on track.', policy, { confidentialTerms: ['project otter'] }).outcome).toBe(
        'block',
      );
    }
  });

  it('[GH-71] [SJ-73] stops a date of birth beside a name', () => {
    for (const policy of [heys, josephs]) {
      expect(finding('Amelia Brown, 12/03/2015', policy, 'personal-identifier')).toMatchObject({
        severity: 'block',
        excerpt: '12/03/2015',
      });
    }
  });

  it('[SN-57] [SN-93] stops a private address and a number that is not the school’s', () => {
    const own = { ownContacts: ['office@millrace.example', '01632 960123'] };
    expect(check('Questions to office@millrace.example or 01632 960 123', nicholas, own).outcome).toBe('clear');
    expect(check('Questions to jen.w@gmail.com', nicholas, own).outcome).toBe('block');
    expect(check('On the trip ring the office on 07700 900456', nicholas, own).outcome).toBe('block');
    expect(check('Ring the office on 01632 960999', nicholas).outcome).toBe('warn');
  });

  it('[TP-53] stops a link to a site on the school’s block list, which nobody lets through', () => {
    const text = 'See https://games.bad.example/x';
    const { findings, outcome } = check(text, tpat, { blockedDomains: ['bad.example'] });
    expect(outcome).toBe('block');
    expect(findings).toMatchObject([
      { rule: 'suspicious-link', severity: 'block', who: null, clauses: expect.arrayContaining(['TP-53']) as unknown },
    ]);
    expect(check(text, tpat).outcome).toBe('clear');
  });

  it('looks at pictures: description, children, category, signature', () => {
    const checked = check(
      {
        text: 'Our garden',
        category: null,
        signOff: null,
        media: [{ kind: 'image' }, { kind: 'image', alt: 'Children planting beans' }],
      },
      heys,
    );
    expect(checked.findings.map((one) => one.rule).toSorted()).toEqual([
      'child-media',
      'missing-alt',
      'no-category',
      'unsigned',
    ]);
  });
});

const facts = (text: string) => ({ people: roll.find(prepareDraft({ text }).keys) });

describe('any text at all', () => {
  it('never throws; every excerpt is the text between its offsets', () => {
    const bits = constantFrom(
      'Amelia Brown',
      'we guarantee',
      '07700 900123',
      'a@b.com',
      'http://bit.ly/x',
      '\u200b',
      '𝐀',
      '"',
      '. ',
      '\n',
      'Mrs ',
      'Year 4 ',
      '#',
      '@',
      'ß',
      '👩‍👩‍👧',
      '\ud800',
      'İ',
      'ﷺ',
      '12/03/2015',
      'SW1A 2AA',
    );
    assert(
      property(array(oneof(bits, string({ unit: 'binary', maxLength: 12 })), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const one of prepareDraft({ text }).check(facts(text), starter).findings) {
          expect(text.slice(one.start, one.end)).toBe(one.excerpt);
          expect(one.clauses.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reads once what stands in several drafts', () => {
    const read = readerForSeveral();
    expect(read('Well done Amelia Brown!')).toBe(read('Well done Amelia Brown!'));
    expect(read('Well done!').keys).not.toEqual(read('Well done Amelia Brown!').keys);
  });

  it('refuses more than 100,000 characters', () => {
    expect(() => prepareDraft({ text: 'a'.repeat(10_000_000) })).toThrow('10,000,000 characters');
  });

  it.each([
    'Amelia Brown ',
    'Mrs Aaaa ',
    'a@',
    '0 ',
    '(',
    'we will ',
    'a at b dot ',
    'double two ',
    '"a ',
    '\u0301',
    '! ',
    'I ',
    'Amelia 4B ',
    'http://',
    '&#65;',
    '\u202Ea ',
  ])(
    'comes to an end with 20,000 characters of %j, which are meant to keep it for ever',
    (piece) => {
      const text = piece.repeat(20_000 / piece.length);
      expect(prepareDraft({ text }).check(facts(text), starter)).toBeDefined();
    },
    30_000,
  );
});
