// A control: one thing Gatepost can make real. Clauses rest on controls; actions, checks and pages serve them.

export type ControlKind = 'enforced' | 'workflow' | 'record' | 'check' | 'guide' | 'report';

export interface Control {
  /** `noun.thing`, the noun being the feature that makes it real, such as `posts.second-reader`. */
  readonly id: string;
  readonly kind: ControlKind;
  /** What Gatepost does, in one plain sentence. */
  readonly promise: string;
  /** Ids of the settings that it reads. */
  readonly settings: readonly string[];
  /** What it cannot see or do; said beside the promise. */
  readonly cannot?: string;
}

export const defineControl = (control: Control): Control => control;
