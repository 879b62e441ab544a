// Does the policy apply to this person, place and post? Answered from its scope settings alone, with the clause. Pure.
import { STAFF_KINDS } from '#features/people/index.ts';
import { answerInWords, settings, type Setting } from '#features/policy/index.ts';
import type { PolicyInForce } from '#kernel/policy.ts';

export const WHO = [
  'staff',
  'teaching',
  'support',
  'supply',
  'governor',
  'contractor',
  'volunteer',
  'external-runner',
  'carer',
  'pupil',
] as const;
export const PLACES = ['at-work', 'elsewhere'] as const;
export const TOUCHES = ['represents', 'affects', 'neither'] as const;
export const CIRCLES = ['public', 'private-group'] as const;

export interface Case {
  readonly who: (typeof WHO)[number];
  readonly where: (typeof PLACES)[number];
  readonly touches: (typeof TOUCHES)[number];
  readonly circle: (typeof CIRCLES)[number];
  /** One of the kinds of platform that a policy can count. */
  readonly platform: string;
}

export interface Reason {
  readonly words: string;
  readonly clauses: readonly string[];
}

export interface Reach {
  /** `silent`: the policy does not say that it reaches so far; somebody has to decide. */
  readonly applies: 'yes' | 'no' | 'silent';
  readonly because: readonly Reason[];
}

export function reachOf(policy: PolicyInForce, one: Case): Reach {
  const types = policy.ruling(settings.scope.personTypes);
  const kinds = policy.ruling(settings.definitions.platformTypes);
  const rules = policy.ruling(settings.scope.rules);
  const said = (setting: Setting<unknown>, entry: string, clauses: readonly string[]): Reason => ({
    words: answerInWords(setting, [entry]),
    clauses,
  });
  const bindings = bindingsOf(types.value, one.who);
  if (bindings.length === 0)
    return {
      applies: 'no',
      because: [{ words: 'It does not name them among those whom it binds.', clauses: types.clauses }],
    };
  const bound = { words: answerInWords(settings.scope.personTypes, bindings), clauses: types.clauses };
  const counted = kinds.value.find((kind) => kind === one.platform) ?? kinds.value.find((kind) => kind === 'other');
  if (counted === undefined)
    return {
      applies: 'silent',
      because: [bound, { words: 'It does not count such a platform as social media.', clauses: kinds.clauses }],
    };
  const wanted = [
    one.touches === 'represents' ? 'represents-school' : null,
    one.touches === 'affects' ? 'affects-school' : null,
    one.where === 'at-work' ? 'while-at-work' : 'outside-work',
  ];
  const reaching = rules.value.filter((rule) => wanted.includes(rule));
  const because = [bound, ...reaching.map((rule) => said(settings.scope.rules, rule, rules.clauses))];
  if (reaching.length === 0)
    return {
      applies: 'silent',
      because: [...because, { words: 'It does not say that it reaches this.', clauses: rules.clauses }],
    };
  if (one.circle === 'private-group' && !rules.value.includes('private-groups'))
    return {
      applies: 'silent',
      because: [...because, { words: 'It does not name private groups.', clauses: rules.clauses }],
    };
  const further = [
    one.circle === 'private-group' ? 'private-groups' : null,
    one.where === 'elsewhere' ? 'any-place' : null,
  ];
  const wider = rules.value.filter((rule) => further.includes(rule));
  return {
    applies: 'yes',
    because: [...because, ...wider.map((rule) => said(settings.scope.rules, rule, rules.clauses))],
  };
}

/** By which of its answers the policy binds somebody: teaching staff by “staff” too, and staff also where both kinds are named. */
function bindingsOf(types: readonly string[], who: Case['who']): string[] {
  const kinds: readonly string[] = STAFF_KINDS;
  const [named] = [who, ...(kinds.includes(who) ? ['staff'] : [])].filter((word) => types.includes(word));
  if (named !== undefined) return [named];
  return who === 'staff' && kinds.every((kind) => types.includes(kind)) ? [...kinds] : [];
}
