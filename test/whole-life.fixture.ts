// For the test of a policy's whole life: every feature, a school with its people, and another machine that has only a file.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { adopting } from '#features/adoption/adopting.fixture.ts';
import { features, type Features } from '#features/index.ts';
import type { SignatureFile } from '#features/signatures/index.ts';
import { operator, type Actor, type PersonActor } from '#kernel/actor.ts';
import type { Api } from '#kernel/registry.ts';
import { confirmPolicy } from '#main/demo/confirm-policy.ts';
import { openTestApp } from './school.ts';

/** What `openTestApp` brings along. */
const GROUND = ['schools', 'people', 'policy'];

export const openLife = () =>
  openTestApp(features.filter(({ name }) => !GROUND.includes(name)) as unknown as readonly []);

/** A school on the policy of The Grange, with everybody whom a policy may ask, somebody to run its page, and somebody who disagrees. */
export async function beginLife(app: Awaited<ReturnType<typeof openLife>>) {
  const api = app.as as unknown as (actor: Actor) => Api<Features>;
  const mill = await adopting(app as never, 'the-grange');
  const { school, head } = mill;
  const office = api(operator(school.id)).accounts;
  await office.fillCatalogue({});
  const { platforms } = await office.listPlatforms({});
  /** As they are now: roles read afresh, their factor just shown. */
  const as = async (person: PersonActor) => api(await school.again(person));
  const register = async (key: string) =>
    (await as(school.first)).accounts.register({
      platformId: platforms.find((one) => one.key === key)!.id,
      name: `Millrace on ${key}`,
      purpose: 'News for families',
      audience: 'Families',
      reach: 'public',
      interaction: 'closed',
      openedOn: '2026-09-03',
    });
  const { accountId } = await register('noticeboard');
  const authorise = async (person: PersonActor) =>
    (await as(head)).accounts.grantAuthority({ accountId, personId: person.personId, scope: 'run' });
  const rosa = await school.person({ name: 'Rosa Lindqvist' });
  const kit = await school.person({ name: 'Kit Marlow' });
  await authorise(rosa);
  await confirmPolicy((await as(rosa)).acknowledgement, rosa.name);
  return { ...mill, as, accountId, register, authorise, rosa, kit };
}

/** As on any other machine: the command line, the file, and nothing else. */
export async function verifyElsewhere(file: SignatureFile): Promise<{ code: number; words: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'gatepost-whole-life-'));
  await writeFile(join(folder, 'signature.json'), JSON.stringify(file));
  const given = [resolve('bin/gatepost.mjs'), 'signature', 'verify', 'signature.json'];
  const told = await new Promise<{ code: number; words: string }>((ended) => {
    execFile(process.execPath, given, { cwd: folder, env: {} }, (error, words) =>
      ended({ code: error === null ? 0 : Number(error.code), words }),
    );
  });
  await rm(folder, { recursive: true });
  return told;
}
