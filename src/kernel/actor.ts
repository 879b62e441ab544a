// Who is asking. Every action runs as exactly one of these.

interface ActorBase {
  /** The scope whose rows this actor sees: a school, a trust or the installation; null sees only what is published. */
  readonly scopeId: string | null;
}

/** A person of a school, or of a trust, signed in. Rights are read afresh for every request; they are never cached. */
export interface PersonActor extends ActorBase {
  readonly kind: 'person';
  /** Set where they act for a trust, not at a school: then they may do what is the trust's, and nothing of a school. */
  readonly of?: 'trust';
  readonly scopeId: string;
  readonly loginId: string;
  readonly personId: string;
  readonly name: string;
  /** Types, roles and responsibilities held today, as words of the people feature. */
  readonly roles: ReadonlySet<string>;
  readonly via: 'session' | 'token';
  /** Id of the session or of the personal access token. */
  readonly credentialId: string;
  /** When a second factor was last shown; null when never in this session. */
  readonly factorAt: Temporal.Instant | null;
  /** One of these roles must use a second factor, and this login has none yet: the day (ISO 8601) by which it must. */
  readonly factorDue?: string;
  /** That day has come: nothing may be done before there is one. */
  readonly factorMissing?: true;
  /** What a token may do; null for a session, which may do all that the person may. */
  readonly scopes: ReadonlySet<string> | null;
}

/** Gatepost itself, doing what a job was told to do in one school. */
export interface SystemActor extends ActorBase {
  readonly kind: 'system';
  readonly scopeId: string;
  readonly job: string;
}

/** Something outside telling us something: a platform, a mailbox. */
export interface ConnectorActor extends ActorBase {
  readonly kind: 'connector';
  readonly scopeId: string;
  readonly connector: string;
}

/** Somebody without an account who holds a personal link: a new colleague, a carer, an external reader. */
export interface LinkActor extends ActorBase {
  readonly kind: 'link';
  readonly scopeId: string;
  readonly purpose: string;
  readonly linkId: string;
}

/** Anybody on the public pages. */
export interface VisitorActor extends ActorBase {
  readonly kind: 'visitor';
  /** The network address asked from, for counting calls within a minute; it is never written down. */
  readonly from?: string;
}

/** Whoever sits at the machine: set-up, demo, the command line beside the data folder. */
export interface OperatorActor extends ActorBase {
  readonly kind: 'operator';
}

export type Actor = PersonActor | SystemActor | ConnectorActor | LinkActor | VisitorActor | OperatorActor;

export const systemActor = (scopeId: string, job: string): SystemActor => ({ kind: 'system', scopeId, job });
export const visitor = (scopeId: string | null, from?: string): VisitorActor => ({
  kind: 'visitor',
  scopeId,
  ...(from !== undefined && { from }),
});
export const operator = (scopeId: string | null): OperatorActor => ({ kind: 'operator', scopeId });

/** How an actor is written in the ledger: ids only. */
export function actorInLedger(actor: Actor): Record<string, string> {
  switch (actor.kind) {
    case 'person':
      return { kind: 'person', person: actor.personId, via: actor.via };
    case 'system':
      return { kind: 'system', job: actor.job };
    case 'connector':
      return { kind: 'connector', connector: actor.connector };
    case 'link':
      return { kind: 'link', purpose: actor.purpose, link: actor.linkId };
    default:
      return { kind: actor.kind };
  }
}
