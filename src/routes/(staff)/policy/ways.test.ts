import { expect, it } from 'vitest';
import { policyWays, shutTo } from './ways.ts';

it('shows the pages of the subject that is open', () => {
  const { subjects, pages } = policyWays('/policy/versions');
  expect(subjects.filter(({ current }) => current).map(({ label }) => label)).toEqual(['Writing it']);
  expect(pages.find(({ current }) => current)?.href).toBe('/policy/versions');
});

it('leaves out what is not for somebody, and a subject with nothing left', () => {
  const shut = shutTo(() => false);
  expect(shut).toContain('/policy/health');
  const { subjects, pages } = policyWays('/training', shut);
  expect(subjects.map(({ label }) => label)).not.toContain('Evidence');
  expect(subjects.find(({ label }) => label === 'Writing it')?.href).toBe('/policy/adoption');
  expect(pages).toEqual([]);
});

it('keeps the page that is open, whoever looks', () => {
  expect(policyWays('/policy/health', ['/policy/health', '/policy/evidence']).subjects.at(-1)?.label).toBe('Evidence');
});
