// `gatepost check`: answers, exit codes, and one line for everything it cannot use.
import { describe, expect, it } from 'vitest';
import { isModelPolicy } from '#features/policy/model-policies.ts';
import { runCheck, type CheckResult } from './command.ts';
import { modelPolicy } from './corpus/school.ts';

const files: Readonly<Record<string, string>> = {
  'pupils.csv':
    '\ufefffirst_name,last_name,preferred_name,year_group,class\nAmelia,Brown,Millie,Year 4,4B\nWill,Read,,,\n',
  'short.csv': 'first_name,last_name\nAmelia,Brown\n',
  'wrong.csv': 'name,class\nAmelia Brown,4B\n',
  'staff.csv': 'first_name,last_name,role\nNgozi,Okafor,Headteacher\n',
  'own.txt': '01632 960123\noffice@millrace.example\n',
  'draft.txt': 'Well done Amelia Brown',
};

const run = (args: string, input = ''): Promise<CheckResult> =>
  runCheck({
    args: args.split(' '),
    readInput: () => Promise.resolve(input),
    readFile: (path) =>
      files[path] === undefined ? Promise.reject(new Error('ENOENT')) : Promise.resolve(files[path]),
    loadPolicy: (name) =>
      isModelPolicy(name) ? modelPolicy(name) : Promise.resolve(`${name}: there is no such policy`),
  });

describe('gatepost check', () => {
  it('answers one draft as JSON with the places in UTF-16', async () => {
    const { exitCode, output } = await run('- --policy tpat --roll pupils.csv --json', 'Well done 🎉 Amelia Brown');
    expect(exitCode).toBe(1);
    expect(JSON.parse(output[0] ?? '')).toMatchObject({
      outcome: 'block',
      policy: 'tpat',
      findings: [
        {
          rule: 'pupil-full-name',
          severity: 'block',
          clauses: ['TP-30', 'TP-59'],
          start: 13,
          end: 25,
          excerpt: 'Amelia Brown',
        },
      ],
    });
  });

  it('answers line by line with the ids it was given', async () => {
    const lines = ['{"id":"a","text":"We planted beans."}', '', '{"id":2,"text":"hi","media":[{"kind":"image"}]}'].join(
      '\n',
    );
    const { exitCode, output } = await run('--policy starter --lines', lines);
    expect(output.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { id: 'a', outcome: 'clear' },
      { id: 2, outcome: 'block', findings: [{ rule: 'missing-alt' }] },
    ]);
    expect(exitCode).toBe(1);
  });

  it('ends with 0 for warnings, and speaks in words without --json', async () => {
    const { exitCode, output } = await run('--policy tpat --roll pupils.csv', 'year 3 will read');
    expect(exitCode).toBe(0);
    expect(output[0]).toContain('Worth a second look');
    expect((await run('draft.txt --policy tpat --roll short.csv')).output[0]).toContain('Clause TP-30, TP-59');
  });

  it('knows the school’s own contacts and staff', async () => {
    expect((await run('--policy tpat --own own.txt --json', 'Ring 01632 960 123')).exitCode).toBe(0);
    expect((await run('--policy tpat --staff staff.csv --json', 'ngozi okafor sang')).output[0]).toContain(
      'named-adult',
    );
  });

  it.each([
    ['', '--policy is missing'],
    ['--policy nowhere', 'nowhere: there is no such policy'],
    ['--policy tpat --roll absent.csv', 'absent.csv: the roll cannot be read'],
    ['--policy tpat --roll wrong.csv', 'wrong.csv: row 1: there is no column “first_name”'],
    ['absent.txt --policy tpat', 'absent.txt: the draft cannot be read'],
    ['--policy tpat --colour', 'Unknown option'],
    ['a.txt b.txt --policy tpat', 'what is “b.txt”?'],
  ])('says in one line what is wrong with %j', async (args, problem) => {
    const result = await run(args);
    expect(result.exitCode).toBe(2);
    expect(result.problem).toContain(problem);
    expect(result.problem).not.toContain('\n');
  });

  it('names the line of input it cannot read', async () => {
    expect((await run('--policy tpat --lines', '{"id":1,"text":"a"}\nnot json')).problem).toContain(
      'standard input: line 2: this is not JSON',
    );
    expect((await run('--policy tpat --lines', '{"id":1}')).problem).toContain('line 1: “text”');
    expect((await run('--policy tpat', 'a'.repeat(100_001))).problem).toContain('100,001 characters');
  });
});
