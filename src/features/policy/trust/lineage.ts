// From what a trust's policy may be derived: from a model or from its own earlier one, and never in a circle. Pure.
import { fail, type Failure } from '#kernel/errors.ts';

export interface Descent {
  readonly id: string;
  readonly derivedFrom: string | null;
}

export interface Family {
  readonly models: readonly string[];
  /** Earlier versions of the trust's own policy. */
  readonly own: readonly Descent[];
  /** What is in force at its schools, as they publish it. */
  readonly schools: readonly Descent[];
}

/** @returns why a document with this descent cannot be the trust's; null when it can */
export function wrongDescent({ id, derivedFrom }: Descent, { models, own, schools }: Family): Failure | null {
  const isModel = (name: string) => models.includes(name);
  const isOwn = (name: string) => own.some((one) => one.id === name);
  const isOfSchool = (name: string) => !isModel(name) && !isOwn(name) && schools.some((one) => one.id === name);
  if (isOfSchool(id)) return ofSchool(id);
  if (derivedFrom === null) return null;
  if (isOfSchool(derivedFrom)) return ofSchool(derivedFrom);
  const parents = new Map([...schools, ...own].map((one) => [one.id, one.derivedFrom]));
  const seen = new Set([id]);
  for (let parent: string | null = derivedFrom; parent !== null; parent = parents.get(parent) ?? null) {
    if (seen.has(parent)) return circular(id);
    if (isModel(parent)) return null;
    seen.add(parent);
  }
  return isOwn(derivedFrom) ? null : unknownParent(derivedFrom);
}

const circular = (id: string): Failure =>
  fail.invalid({
    code: 'circular-trust',
    message: `The policy “${id}” would be derived from itself.`,
    remedy: 'Give it an id of its own, or leave out what it is derived from.',
    fields: [{ field: 'text', message: 'A policy cannot be derived from itself. Give it an id of its own.' }],
  });

const ofSchool = (id: string): Failure =>
  fail.invalid({
    code: 'circular-trust',
    message: `“${id}” is the policy of a school, and the schools’ policies rest on the trust’s.`,
    remedy:
      'Begin with a model policy, or give the trust’s policy an id of its own and leave out what it is derived from.',
    fields: [{ field: 'text', message: `“${id}” is the policy of a school. A trust’s policy cannot rest on one.` }],
  });

const unknownParent = (id: string): Failure =>
  fail.invalid({
    code: 'parent-not-known',
    message: `There is no policy “${id}” here from which the trust’s could be derived.`,
    remedy: 'Leave out what it is derived from, or name a model policy.',
    fields: [{ field: 'text', message: `There is no policy “${id}” here. Leave out “derivedFrom”.` }],
  });
