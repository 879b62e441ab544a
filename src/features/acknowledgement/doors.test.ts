// Whose file the door of paper sheets takes in at all.
import { expect, it } from 'vitest';
import type { PersonActor } from '#kernel/actor.ts';
import { receivePaper, type PaperDoor } from './doors.ts';

const person = (role: string): PersonActor => ({
  kind: 'person',
  scopeId: 'school',
  loginId: 'login',
  personId: 'person',
  name: 'Somebody',
  roles: new Set([role]),
  via: 'session',
  credentialId: 'session',
  factorAt: null,
  scopes: null,
});

it('reads nothing of a file that somebody brings who records no signatures on paper', async () => {
  let reads = 0;
  const receive = () => {
    reads += 1;
    throw new Error('Read.');
  };
  const door = { ports: { receive }, as: () => ({}), limitBytes: 1000 } as unknown as PaperDoor;
  const bring = (role: string) => receivePaper(door, person(role), { body: (async function* () {})() });
  await expect(bring('staff')).rejects.toMatchObject({ kind: 'forbidden' });
  expect(reads).toBe(0);
  await expect(bring('administrator')).rejects.toThrow('Read.');
});
