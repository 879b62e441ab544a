// Whom training or guidance is for: everybody, a kind of person, a responsibility, those who write for accounts, one person. Pure.
import { z } from 'zod';
import { RESPONSIBILITY_WORDS, RESPONSIBILITIES, TYPE_LABELS, WORKING_TYPES } from '#features/people/index.ts';

export const TARGET_KINDS = ['all', 'runners', 'type', 'responsibility', 'person'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

export interface Target {
  readonly kind: TargetKind;
  /** The type, the responsibility or the person's id; empty for all and for runners. */
  readonly of: string;
}

/** `all`, `runners`, `type:governor`, `responsibility:dsl`, `person:<id>` */
export const targetSchema = z
  .string()
  .transform((written): Target => {
    const [kind = '', of = ''] = written.split(/:(.*)/s);
    return { kind: kind as TargetKind, of };
  })
  .refine(isTarget, 'Choose for whom it is: everybody, a kind of person, a responsibility, or whoever writes posts.')
  .describe('For whom: all, runners, type:…, responsibility:… or person:…');

function isTarget({ kind, of }: Target): boolean {
  switch (kind) {
    case 'all':
    case 'runners':
      return of === '';
    case 'type':
      return (WORKING_TYPES as readonly string[]).includes(of);
    case 'responsibility':
      return (RESPONSIBILITIES as readonly string[]).includes(of);
    case 'person':
      return z.uuid().safeParse(of).success;
    default:
      return false;
  }
}

export const writtenTarget = ({ kind, of }: Target): string => (of === '' ? kind : `${kind}:${of}`);

export interface Member {
  readonly personId: string;
  /** Types and responsibilities held today. */
  readonly roles: readonly string[];
  /** Writes for an account of the school, or runs one. */
  readonly runs: boolean;
}

export function isAsked({ kind, of }: Target, member: Member): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'runners':
      return member.runs;
    case 'type':
    case 'responsibility':
      return member.roles.includes(of);
    case 'person':
      return member.personId === of;
  }
}

/** @param nameOf a person's name */
export function targetInWords({ kind, of }: Target, nameOf: (personId: string) => string): string {
  switch (kind) {
    case 'all':
      return 'All adults of the school';
    case 'runners':
      return 'Everybody who writes for an account';
    case 'type':
      return TYPE_LABELS[of as keyof typeof TYPE_LABELS] ?? of;
    case 'responsibility':
      return RESPONSIBILITY_WORDS[of as keyof typeof RESPONSIBILITY_WORDS]?.label ?? of;
    case 'person':
      return nameOf(of);
  }
}
