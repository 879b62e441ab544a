// Say that the school has seen what its trust changed: only what was shown, nothing that came meanwhile.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import { fail } from '#kernel/errors.ts';
import { putsInForce } from '../access.ts';
import { unseenChanges } from '../trust/changes-here.ts';
import { tellTrust } from '../jobs/tell-trust.ts';
import { insertSeen } from '../trust/queries.ts';

export const seeTrustChanges = defineAction({
  name: 'policy.seeTrustChanges',
  kind: 'write',
  summary: 'Say that the school has seen what its trust changed.',
  route: 'POST /policy/trust/seen',
  scope: 'school',
  who: putsInForce,
  input: z.object({ upTo: z.iso.datetime({ offset: true }).describe('As it was read with the changes') }),
  output: z.object({ left: z.number().describe('What came meanwhile') }),
  errors: ['nothing-new'],
  controls: ['policy.trust-wide'],
  about: ({ upTo }) => ({ upTo }),
}).handle(async (context, { upTo }) => {
  const { db, scopeId, actor, newId, now } = context;
  const limit = Temporal.Instant.from(upTo);
  const isShown = ({ at }: { readonly at: string }) => Temporal.Instant.compare(Temporal.Instant.from(at), limit) <= 0;
  const changes = await unseenChanges(context);
  const latest = changes.find(isShown);
  if (!latest) {
    throw fail.conflict({
      code: 'nothing-new',
      message: 'Nothing of this is new: somebody has said so already.',
      remedy: 'There is nothing left to do.',
    });
  }
  const by = actor.kind === 'person' ? actor.personId : null;
  await insertSeen(db, { schoolId: scopeId, id: newId(), upTo: latest.at, by, at: now });
  context.enqueue(tellTrust, {}, { key: 'seen' });
  return { left: changes.filter((one) => !isShown(one)).length };
});
