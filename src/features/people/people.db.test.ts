// The directory as its actions keep it: who may see and change whom, and that nothing of another school is there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestSchool } from '#test/school.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
let mill: TestSchool;

beforeAll(async () => {
  app = await openTestApp();
  mill = await app.school();
});
afterAll(() => app.drop());

describe('the directory', () => {
  it('smoke', async () => {
    const head = await mill.person({ name: 'Hilda Head', responsibilities: ['headteacher'] });
    expect([...head.roles].sort()).toEqual(['headteacher', 'staff']);
    const { people } = await app.as(head).people.list({});
    expect(people.map(({ name }) => name)).toEqual(['Hilda Head', 'Gwen Setter']);
  });
});
