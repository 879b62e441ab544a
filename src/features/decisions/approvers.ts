// Who decides: pure. Never an author; in the order the policy gives; the dated deputy of whoever is away or took part.

/** Somebody who holds a role today. */
export interface Holder {
  readonly personId: string;
  readonly name: string;
  readonly away: boolean;
  /** Who stands in while this person is away. */
  readonly deputyId: string | null;
}

export interface Approver {
  readonly personId: string;
  /** The role that makes this person an approver. */
  readonly because: string;
  readonly standingInFor: string | null;
}

export interface ApproverQuestion {
  /** Roles in the order the policy names them. */
  readonly roles: readonly string[];
  readonly holdersOf: (role: string) => readonly Holder[];
  /** Those who may not decide: everyone who wrote or asked. */
  readonly notThese: ReadonlySet<string>;
  /** Who decides when nobody of those roles is left, in this order: the policy's `roles.deputies`. */
  readonly lastResort: readonly string[];
}

/**
 * Everyone who may decide, the first to be asked first. Empty = nobody is left, and the thing waits.
 * Several holders of a role may each decide; roles named later are asked when those before them cannot.
 */
export function approversFor(question: ApproverQuestion): Approver[] {
  const named = eligible(question, question.roles);
  if (named.length > 0) return named;
  for (const role of question.lastResort) {
    const left = eligible(question, [role]);
    if (left.length > 0) return left;
  }
  return [];
}

function eligible({ holdersOf, notThese }: ApproverQuestion, roles: readonly string[]): Approver[] {
  const found = new Map<string, Approver>();
  const add = (approver: Approver) => {
    if (notThese.has(approver.personId)) return;
    const known = found.get(approver.personId);
    // Whoever holds the role stands in for nobody in it.
    const isOwn = known?.because === approver.because && approver.standingInFor === null;
    if (!known || isOwn) found.set(approver.personId, approver);
  };
  for (const role of roles) {
    for (const holder of holdersOf(role)) {
      if (!holder.away) add({ personId: holder.personId, because: role, standingInFor: null });
      const cannot = holder.away || notThese.has(holder.personId);
      if (cannot && holder.deputyId !== null)
        add({ personId: holder.deputyId, because: role, standingInFor: holder.personId });
    }
  }
  return [...found.values()];
}
