// Who did it: by name for those who may see names, else by what they were at the school on that day.
import type { Db } from '#kernel/context.ts';
import {
  isHeldOn,
  isResponsibility,
  mostExact,
  peopleByIds,
  personName,
  RESPONSIBILITIES,
  RESPONSIBILITY_WORDS,
  TYPE_LABELS,
  type PersonType,
} from '#features/people/index.ts';
import { roleRows } from './queries.ts';

export interface Doer {
  readonly name: string | null;
  readonly role: string;
}

type ActorOfEntry = Readonly<Record<string, string>>;

const OTHERS: Readonly<Record<string, string>> = {
  system: 'Gatepost by itself',
  operator: 'Whoever runs the machine',
  connector: 'A platform or mailbox',
  link: 'The holder of a personal link',
};

/** @returns how to say who did something on a day */
export async function doers(
  db: Db,
  schoolId: string,
  actors: readonly ActorOfEntry[],
  withNames: boolean,
): Promise<(actor: ActorOfEntry, day: string, byName: boolean) => Doer> {
  const ids = [...new Set(actors.flatMap(({ person }) => person ?? []))];
  const [roles, people] = await Promise.all([
    roleRows(db, schoolId, ids),
    withNames ? peopleByIds(db, schoolId, ids) : [],
  ]);
  const names = new Map(people.map((person) => [person.id, personName(person)]));
  return (actor, day, byName) => {
    const { kind = '', person } = actor;
    if (person === undefined) return { name: null, role: OTHERS[kind] ?? 'Somebody' };
    const held = roles.filter((role) => role.person_id === person && isHeldOn(role, day)).map(({ role }) => role);
    return { name: byName ? (names.get(person) ?? null) : null, role: roleInWords(held) };
  };
}

/** The highest responsibility, else what they are. */
function roleInWords(held: readonly string[]): string {
  const responsibility = RESPONSIBILITIES.find((one) => held.includes(one));
  if (responsibility !== undefined) return RESPONSIBILITY_WORDS[responsibility].label;
  const [type] = mostExact(held.filter((one): one is PersonType => !isResponsibility(one)));
  return type === undefined ? 'Somebody who has left' : TYPE_LABELS[type];
}
