// The reference of the API for its page: made from the registry, as the files in docs/reference are.
import type { Registry } from '#kernel/registry.ts';
import { codeReferences, kindReferences } from '../reference/errors.ts';
import { referenceOf } from '../reference/reference.ts';

export const readableReference = (registry: Registry) => ({
  features: referenceOf(registry),
  kinds: kindReferences(),
  codes: codeReferences(registry),
});
