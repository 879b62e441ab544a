// Which posts that wait or are approved would fare differently, if one setting of the policy were changed.
import { z } from 'zod';
import { defineAction } from '#kernel/action.ts';
import type { Context } from '#kernel/context.ts';
import { behindOn, changeFields, planChange, policyInForce, putsInForce } from '#features/policy/index.ts';
import { savedDraft } from '../draft-facts.ts';
import { decidersOf } from '../deciders.ts';
import { judge } from '../judgement.ts';
import { contestRows, undecidedOrUnsent } from '../queries.ts';
import { EFFECTS, effectsOf } from '../setting-effects.ts';
import { zoneOf } from '../zone.ts';

/** More than a school has waiting; each is checked twice. */
const MOST = 100;

export const affectedBySetting = defineAction({
  name: 'posts.affectedBySetting',
  kind: 'read',
  summary: 'Say which posts that wait or are approved would be affected by a change of a setting.',
  route: 'POST /policy/settings/{settingId}/affected-posts',
  scope: 'school',
  who: putsInForce,
  token: 'posts:read',
  perMinute: 30,
  input: z.object(changeFields),
  output: z.object({
    looked: z.number().describe('How many posts were looked at'),
    more: z.boolean().describe('There are more than were looked at'),
    posts: z.array(
      z.object({
        postId: z.string(),
        begins: z.string().describe('How it begins'),
        state: z.enum(['waiting', 'approved']),
        wantedAt: z.string().nullable(),
        effects: z.array(z.enum(EFFECTS)),
        deciders: z.array(z.string()).describe('Who would then decide it, by name; empty where nobody need'),
      }),
    ),
  }),
  controls: ['posts.recheck'],
}).handle(async (context, input) => {
  const { db, scopeId } = context;
  const [plan, zone, found] = await Promise.all([
    planChange(context, input),
    zoneOf(db, scopeId),
    undecidedOrUnsent(db, scopeId, MOST + 1),
  ]);
  const proposed = policyInForce(plan.document, await behindOn(db, plan.effectiveOn));
  const then: Context = { ...context, policy: () => Promise.resolve(proposed) };
  const posts = [];
  for (const post of found.slice(0, MOST)) {
    // What goes out before the day of the change goes out as it is.
    if (post.wanted_at !== null && dayOf(post.wanted_at, zone) < plan.effectiveOn) continue;
    const [draft, contests] = await Promise.all([savedDraft(context, post), contestRows(db, scopeId, post.id)]);
    const before = await judge(context, draft, contests);
    const after = await judge(then, draft, contests);
    const effects = effectsOf(before, after, draft.wantedAt);
    if (effects.length === 0) continue;
    const { none, roles } = after.need;
    const deciders = none ? [] : await decidersOf(then, draft, roles, proposed);
    posts.push({
      postId: post.id,
      begins: draft.content.words.slice(0, 80),
      state: post.state as 'waiting',
      wantedAt: post.wanted_at,
      effects,
      deciders: deciders.map(({ name }) => name),
    });
  }
  return { looked: Math.min(found.length, MOST), more: found.length > MOST, posts };
});

const dayOf = (moment: string, zone: string): string =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString();
