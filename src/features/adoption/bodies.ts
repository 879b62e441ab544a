// Which bodies may decide on the policy of a school: its governors, their committees, and the board of its trust where it has one.
import type { Db } from '#kernel/context.ts';
import { trustOfSchool } from '#features/schools/index.ts';
import { bodyKinds, type BodyKind } from './meeting.ts';

export async function bodiesOf(db: Db): Promise<BodyKind[]> {
  const trust = await trustOfSchool(db);
  return bodyKinds.filter((body) => body !== 'trust-board' || trust !== undefined);
}
