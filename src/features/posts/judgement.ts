// Everything that decides whether a draft may be sent, and to whom: used when sending, when showing, and at the last minute.
import type { Context } from '#kernel/context.ts';
import type { PolicyInForce } from '#kernel/policy.ts';
import { missingToWrite } from '#features/accounts/index.ts';
import { settings } from '#features/policy/index.ts';
import { outgoingOf, type Draft } from './draft-facts.ts';
import { checkedDigest, evaluate, type Checked, type Contest } from './evaluate.ts';
import { obstaclesTo } from './obstacles.ts';
import { PRESS_RELEASE } from './obstacles/kind.ts';
import type { Obstacle } from './obstacles/obstacle.ts';
import { notReady } from './obstacles/ready.ts';
import type { Outgoing } from './payload.ts';
import { readingNeed, type Need } from './reading-need.ts';

export interface Judgement {
  readonly policy: PolicyInForce;
  readonly checked: Checked;
  readonly digest: string;
  readonly going: Outgoing;
  /** By account: how long its platform takes what goes out to be. */
  readonly lengths: ReadonlyMap<string, number>;
  readonly obstacles: readonly Obstacle[];
  readonly need: Need;
  /** Nothing keeps it from being sent. */
  readonly free: boolean;
}

export interface Judging {
  /** Findings of the very same draft, found within the last minutes: not looked for again. */
  readonly known?: { readonly digest: string; readonly checked: Checked } | undefined;
  /** Nobody is asked to confirm again what they confirmed when they wrote. */
  readonly written?: boolean;
}

export async function judge(
  context: Context,
  draft: Draft,
  contests: readonly Contest[],
  { known, written = false }: Judging = {},
): Promise<Judgement> {
  const policy = await context.policy();
  const digest = checkedDigest(draft, policy, contests);
  const checked = known?.digest === digest ? known.checked : await evaluate(context, draft, policy, contests);
  const going = outgoingOf(draft, policy);
  const lengths = new Map(
    going.payloads.map(({ accountId, words }) => [
      accountId,
      draft.accounts.find(({ id }) => id === accountId)?.countWords(words) ?? 0,
    ]),
  );
  const missing = await missingToWrite(context, draft.writer, {
    accounts: draft.content.accounts.map(({ accountId }) => accountId),
    platforms: [...new Set(draft.accounts.map(({ platformKey }) => platformKey))],
    confirmed: written,
  });
  const obstacles = [...obstaclesTo(draft, going, checked, policy, context.now), ...notReady(missing)];
  const need = needOf(draft, checked, policy);
  return {
    policy,
    checked,
    digest,
    going,
    lengths,
    obstacles,
    need,
    free: checked.outcome !== 'block' && obstacles.length === 0,
  };
}

function needOf(draft: Draft, checked: Checked, policy: PolicyInForce): Need {
  const { content } = draft;
  const category = content.category === '' ? {} : { category: content.category };
  const reviews = checked.findings.filter((finding) => finding.severity === 'review');
  return readingNeed({
    secondReader: draft.accounts.map((account) =>
      policy.ruling(settings.approval.secondReader, {
        account: account.id,
        platform: account.platformKey,
        ...category,
      }),
    ),
    approver: policy.ruling(settings.approval.approver),
    clearanceBy: policy.ruling(settings.approval.clearanceBy),
    emergencyRule: policy.ruling(settings.approval.emergency),
    // Once what stops it is mended, what is in question still needs its person: name that one from the start.
    outcome: reviews.length > 0 ? 'review' : checked.outcome,
    reviewClauses: reviews.flatMap((finding) => finding.clauses),
    hasPictures: draft.pictures.length > 0,
    press: pressLeadOf(draft, policy),
    pictureClauses: policy.clausesOf('media.no-child-statement'),
    emergency: content.emergency,
    withoutReader: content.statements.withoutReader,
  });
}

/** Who deals with the press approves what goes to it. */
const pressLeadOf = ({ content }: Draft, policy: PolicyInForce) =>
  content.category === PRESS_RELEASE
    ? { lead: policy.ruling(settings.press.lead), clauses: policy.clausesOf('posts.press-release') }
    : null;
