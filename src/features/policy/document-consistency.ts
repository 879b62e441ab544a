// What a schema cannot see in a policy: ids used twice, controls and clauses that do not exist, a choice not offered.
import type { Fault } from './document-problem.ts';
import type { PolicyDocument } from './document.ts';
import { nearestName } from './nearest-name.ts';

export function inconsistencies(document: PolicyDocument, controlIds?: ReadonlySet<string>): Fault[] {
  const clauseIds = new Set(document.clauses.map((clause) => clause.id));
  return [
    ...twice(
      document.clauses.map((clause) => clause.id),
      'clauses',
      'id',
    ),
    ...twice(
      document.clauses.map((clause) => clause.number),
      'clauses',
      'number',
    ),
    ...twice(
      (document.choices ?? []).map((choice) => choice.tension),
      'choices',
      'tension',
    ),
    ...(controlIds ? unknownControls(document, controlIds) : []),
    ...unknownClauses(document, clauseIds),
    ...choicesNotOffered(document),
    ...placelessOverrides(document),
  ];
}

function twice(values: readonly string[], list: string, key: string): Fault[] {
  const first = new Map<string, number>();
  return values.flatMap((value, index) => {
    const earlier = first.get(value);
    if (earlier === undefined) {
      first.set(value, index);
      return [];
    }
    return [
      {
        path: [list, index, key],
        message: `The ${key} “${value}” is used twice.`,
        remedy: `It is also that of entry ${earlier + 1} of ${list}; give each its own.`,
      },
    ];
  });
}

function unknownControls(document: PolicyDocument, controlIds: ReadonlySet<string>): Fault[] {
  return document.clauses.flatMap((clause, index) =>
    clause['rests-on'].flatMap((control, place) => {
      if (controlIds.has(control)) return [];
      const meant = nearestName(control, controlIds);
      return [
        {
          path: ['clauses', index, 'rests-on', place],
          message: `Clause ${clause.id} rests on “${control}”, and there is no such control.`,
          remedy: meant ? `Did you mean ${meant}?` : 'Name one of the controls that Gatepost has.',
        },
      ];
    }),
  );
}

function unknownClauses(document: PolicyDocument, clauseIds: ReadonlySet<string>): Fault[] {
  const cited: [readonly PropertyKey[], string][] = [];
  const cite = (path: readonly PropertyKey[], ids: readonly string[]) =>
    ids.forEach((id, index) => cited.push([[...path, index], id]));
  document.definitions?.forEach((definition, i) => cited.push([['definitions', i, 'clause'], definition.clause]));
  document.linkedPolicies?.forEach((linked, i) => cite(['linkedPolicies', i, 'clauses'], linked.clauses));
  document.choices?.forEach((choice, i) => cite(['choices', i, 'clauses'], choice.clauses));
  for (const [id, given] of Object.entries(document.settings)) {
    if (!given) continue;
    cite(['settings', id, 'by'], given.by);
    given.overrides?.forEach((override, i) => cite(['settings', id, 'overrides', i, 'by'], override.by));
  }
  return cited
    .filter(([, id]) => !clauseIds.has(id))
    .map(([path, id]) => ({
      path,
      message: `Clause ${id} is not in this policy.`,
      remedy: `Cite a clause of this policy${suggestion(id, clauseIds)}.`,
    }));
}

const suggestion = (id: string, known: ReadonlySet<string>): string => {
  const meant = nearestName(id, known);
  return meant ? `, such as ${meant}` : '';
};

function choicesNotOffered(document: PolicyDocument): Fault[] {
  return (document.choices ?? []).flatMap((choice, index) =>
    choice.options.includes(choice.chosen)
      ? []
      : [
          {
            path: ['choices', index, 'chosen'],
            message: 'What was chosen is not one of the options.',
            remedy: 'Repeat one of the options word for word.',
          },
        ],
  );
}

function placelessOverrides(document: PolicyDocument): Fault[] {
  return Object.entries(document.settings).flatMap(([id, given]) =>
    (given?.overrides ?? []).flatMap((override, index) =>
      (override.account ?? override.platform ?? override.category)
        ? []
        : [
            {
              path: ['settings', id, 'overrides', index],
              message: 'It is not said where this other answer holds.',
              remedy: 'Name an account, a platform or a category.',
            },
          ],
    ),
  );
}
