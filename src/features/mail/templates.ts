// Every kind of mail that Gatepost sends. There is no other.
import type { Kept } from './facts.ts';
import type { AnyTemplate } from './template.ts';
import { digest } from './templates/digest.ts';
import { invitation } from './templates/invitation.ts';
import { notice } from './templates/notice.ts';
import { recoveryAsked } from './templates/recovery-asked.ts';
import { recovery } from './templates/recovery.ts';
import { test } from './templates/test.ts';

const ALL = [invitation, recovery, recoveryAsked, notice, digest, test] as const;
type Every = (typeof ALL)[number];

export type TemplateName = Every['name'];
export type FactsOf<Name extends TemplateName> = Kept<Extract<Every, { readonly name: Name }>['facts']>;

export const TEMPLATES: ReadonlyMap<string, AnyTemplate> = new Map(ALL.map((template) => [template.name, template]));

/** @throws for a name that no release of Gatepost knew */
export function templateNamed(name: string): AnyTemplate {
  const template = TEMPLATES.get(name);
  if (!template) throw new Error(`There is no template called ${name}.`);
  return template;
}
