// A policy as YAML, in the format of the folder `policies`: what is written here can be read in again. Pure.
import { Document } from 'yaml';
import type { Clause, GivenSetting, PolicyDocument } from '#features/policy/index.ts';
import { factsOf, type Edition } from './edition.ts';

export function policyAsYaml(document: PolicyDocument, edition: Edition): string {
  const yaml = new Document(inOrder(document));
  yaml.commentBefore = factsOf(edition)
    .map(([label, value]) => ` ${label}: ${value.replaceAll(/\s+/g, ' ')}`)
    .join('\n');
  return yaml.toString({ lineWidth: 110 });
}

/** Rows of the database forget the order of keys. */
const inOrder = (document: PolicyDocument): PolicyDocument => ({
  ...present({
    id: document.id,
    title: document.title,
    school: document.school,
    edition: document.edition,
    derivedFrom: document.derivedFrom,
    ethos: document.ethos,
    definitions: document.definitions?.map(({ term, meaning, clause }) => ({ term, meaning, clause })),
    linkedPolicies: document.linkedPolicies?.map(({ title, clauses }) => ({ title, clauses })),
  }),
  clauses: document.clauses.map(clauseInOrder),
  settings: Object.fromEntries(
    Object.entries(document.settings).flatMap(([id, given]) => (given ? [[id, givenInOrder(given)]] : [])),
  ),
  ...present({
    choices: document.choices?.map(({ tension, question, options, chosen, because, clauses }) => ({
      tension,
      question,
      options,
      chosen,
      because,
      clauses,
    })),
  }),
});

const clauseInOrder = ({ id, number, under, title, text, binds, force, ...rest }: Clause): Clause => ({
  id,
  number,
  under,
  title,
  text,
  binds,
  force,
  'rests-on': rest['rests-on'],
});

const givenInOrder = ({ is, by, overrides }: GivenSetting): GivenSetting => ({
  is,
  by,
  ...present({
    overrides: overrides?.map(({ account, platform, category, ...rest }) => ({
      ...present({ account, platform, category }),
      is: rest.is,
      by: rest.by,
    })),
  }),
});

function present<T extends object>(parts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
