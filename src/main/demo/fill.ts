// Fills a fresh installation with the demo: a trust, three schools, their people, pupils and accounts, and six weeks of posts.
// Everything is done by the actions that anybody uses, each at its own time, so that the ledger is a real one.
import type { MovableClock } from '#kernel/clock.ts';
import type { Secret } from '#kernel/secret.ts';
import type { App } from '../compose.ts';
import { benefitScenes, healthScene } from './benefits.ts';
import { confirmationScenes } from './confirmations.ts';
import { runDueJobs } from './due-jobs.ts';
import { fairwaterHigh } from './fairwater-high.ts';
import { trustScenes } from './fairwater-trust.ts';
import { foundSchool, foundTrust, keepLists, type Founded } from './founding.ts';
import { enterPeople, sendAway } from './joining.ts';
import { millrace } from './millrace.ts';
import { openAccounts } from './open-accounts.ts';
import { referenceScenes } from './references.ts';
import type { DemoSchool, Scene } from './school.ts';
import { whenFrom } from './school-days.ts';
import { stBrides } from './st-brides.ts';
import { createStage } from './stage.ts';
import { trainingScenes } from './training.ts';

export const TRUST = 'Fairwater Learning Trust';
export const SCHOOLS: readonly DemoSchool[] = [millrace, stBrides, fairwaterHigh];

export interface Filling {
  readonly app: App;
  readonly clock: MovableClock;
  /** What passwords are made from. */
  readonly secret: Secret;
  /** Told each step that takes longer than a second. */
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
}

/** @param now until when the demo's past lasts */
export async function fillDemo(
  { app, clock, secret, progress, signal }: Filling,
  now: Temporal.Instant,
): Promise<void> {
  const when = whenFrom(now);
  clock.set(when.schoolDay(30, '09:00'));
  const logins = new Map<string, string>();
  const scenes: Scene[] = [];
  let trustId: string | null = null;
  for (const [index, school] of SCHOOLS.entries()) {
    progress(`Filling ${school.details.name} …`);
    const founded: Founded =
      trustId === null ? await foundTrust(app, TRUST, school, secret) : await foundSchool(app, trustId, school, secret);
    const { schoolId } = founded;
    trustId = founded.trustId;
    logins.set(school.first.key, founded.loginId);
    await keepLists(app, schoolId, school, index + 1, now);
    await enterPeople(app, schoolId, school, logins, secret);
    const accounts = await openAccounts(app, schoolId, school, logins, when);
    const stage = createStage(app, { schoolId, logins: new Map(logins), accounts });
    scenes.push(
      ...confirmationScenes(school, stage, when),
      ...trainingScenes(school, stage, when),
      ...referenceScenes(school, stage, when),
      ...benefitScenes(school, stage, when),
      ...school.posts(stage, when),
      {
        at: when.schoolDay(2, '16:00'),
        play: () => sendAway(app, schoolId, school, when),
      },
    );
    signal.throwIfAborted();
  }
  scenes.push(...trustScenes(app, trustId!, secret, when), healthScene(app, trustId!, when));
  progress('Living through six weeks of posts …');
  for (const scene of scenes.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))) {
    await runDueJobs(app, clock, scene.at);
    await scene.play();
    signal.throwIfAborted();
  }
  await runDueJobs(app, clock, now);
}
