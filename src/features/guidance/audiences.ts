// For whom a clause is, by the words in which its policy says whom it binds. Pure.
import { isOfTrust, type Clause, type Documents, type PolicyDocument } from '#features/policy/index.ts';
import { AUDIENCES, type Audience } from './guide.ts';

const EVERYBODY = /^(all users|users|everyone|everybody|all|the community|school community)$/;
const PARENTS = /\b(parents?|carers?|famil(y|ies)|guardians?)\b/;
const PUPILS = /\b(pupils?|students?|learners?|children)\b/;

/** Whoever is no parent and no pupil works for the school, or for it in some way. */
export function audiencesOf({ binds }: Pick<Clause, 'binds'>): readonly Audience[] {
  const found = new Set<Audience>();
  for (const word of binds.map((one) => one.toLowerCase())) {
    if (EVERYBODY.test(word)) AUDIENCES.forEach((audience) => found.add(audience));
    else if (PARENTS.test(word)) found.add('parents');
    else if (PUPILS.test(word)) found.add('pupils');
    else found.add('staff');
  }
  return AUDIENCES.filter((audience) => found.has(audience));
}

export const clausesFor = (document: Pick<PolicyDocument, 'clauses'>, audience: Audience): Clause[] =>
  document.clauses.filter((clause) => audiencesOf(clause).includes(audience));

/** How everybody is to behave: what each audience is shown, and what whoever signs in confirms. */
const STANDARD = ['policy.audience-views', 'policy.acknowledgement'];

/** The policy's own words for it; the trust's where it has none, and Gatepost's where neither has. */
export function behaviourStandard({ document, behind }: Documents): Clause[] {
  const standard = ({ clauses }: PolicyDocument) =>
    clauses.filter((clause) => STANDARD.every((control) => clause['rests-on'].includes(control)));
  const own = standard(document);
  if (own.length > 0) return own;
  const others = standard(behind);
  const ofTrust = others.filter(({ id }) => isOfTrust(id));
  return ofTrust.length > 0 ? ofTrust : others;
}
