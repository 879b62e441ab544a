// The port through which the kernel hands every action the policy in force. The policy feature fills it.
import type { z } from 'zod';

/** As much of a setting as reading its value needs. */
export interface SettingOf<T> {
  readonly id: string;
  readonly schema: z.ZodType<T>;
}

/** A setting's value and who says so. */
export interface Ruling<T> {
  readonly value: T;
  /** Clauses that set it: the school's own; its trust's (`trust:…`) or the starter's (`ST-…`) where its policy is silent. */
  readonly clauses: readonly string[];
  readonly source: 'policy' | 'trust' | 'default';
}

/** What a value may depend on; the most specific override wins: account, then platform, then category. */
export interface Where {
  readonly account?: string;
  readonly platform?: string;
  readonly category?: string;
}

export interface PolicyInForce {
  readonly documentId: string;
  readonly title: string;
  /** The school's adopted version; null when a document is used without a school (command line). */
  readonly versionId: string | null;
  ruling<T>(setting: SettingOf<T>, where?: Where): Ruling<T>;
  /** Clauses of this policy that rest on a control; the starter's where this policy has none. */
  clausesOf(controlId: string): readonly string[];
}
