import { expect, test } from 'vitest';
import { sayIssue } from './say-issue.ts';

test.each([
  ['2023-09', 'September 2023'],
  ['2023-09-14', 'September 2023'],
  ['2024', '2024'],
])('%s is said as %s', (issued, said) => expect(sayIssue(issued)).toBe(said));
