// Works out what a list of carers would change, before anything is changed.
import { type ChangeShare, changeShare } from './change-share.ts';
import type { CarerRow } from './carer-rows.ts';
import { pupilFinder, type RollPupil } from './find-pupil.ts';
import { foldFullName } from './fold-name.ts';
import { contactKeys, groupCarers, type ListedCarer, telephoneKey } from './group-carers.ts';
import { type ProblemList, type RosterNote, type RosterProblem, problemList, shown } from './problem.ts';
import type { Relation } from './relation-words.ts';

/** Whose carers are all in the list: everybody's, those of the pupils in it, or nobody's, so that nothing ends. */
export type CarerCover = 'all-carers' | 'these-pupils' | 'these-rows';

export interface CarerTie {
  readonly relation: Relation;
  readonly parentalResponsibility: boolean;
  readonly doNotContact: boolean;
  readonly contactOrder: number | null;
}

export interface ExistingLink extends CarerTie {
  readonly id: string;
  readonly pupilId: string;
}

/** Somebody who is or was a carer here, or a colleague who may turn out to be one. */
export interface ExistingCarer {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Also the work address of a colleague. */
  readonly emails: readonly string[];
  readonly telephone: string;
  /** As a carer; empty for a colleague who is none. */
  readonly email: string;
  readonly carerId: string | null;
  readonly isCarer: boolean;
  /** Works for the school too: the staff list and their own page say what they are called. */
  readonly isColleague: boolean;
  readonly links: readonly ExistingLink[];
}

export interface PlannedCarer {
  readonly row: number | null;
  readonly existing: ExistingCarer | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly telephone: string;
  readonly carerId: string | null;
  readonly fields: readonly ('name' | 'email' | 'telephone' | 'carerId')[];
  readonly added: readonly (CarerTie & { readonly pupil: RollPupil })[];
  readonly altered: readonly { readonly pupil: RollPupil; readonly from: ExistingLink; readonly to: CarerTie }[];
  readonly ended: readonly { readonly pupilId: string; readonly id: string }[];
}

export interface CarerImportPlan extends ChangeShare {
  readonly joiners: readonly PlannedCarer[];
  readonly changes: readonly PlannedCarer[];
  readonly unchanged: readonly PlannedCarer[];
  readonly leavers: readonly PlannedCarer[];
  readonly errors: readonly RosterProblem[];
  readonly errorCount: number;
  readonly notes: readonly RosterNote[];
}

export interface CarerImport {
  readonly rows: readonly CarerRow[];
  readonly roll: readonly RollPupil[];
  readonly existing: readonly ExistingCarer[];
  readonly covers: CarerCover;
}

export function planCarerImport({ rows, roll, existing, covers }: CarerImport): CarerImportPlan {
  const problems = problemList();
  const notes: RosterNote[] = [];
  const pupilOf = pupilsOf(rows, roll, problems);
  const listed = problems.count > 0 ? [] : groupCarers(rows, problems);
  const pairs = problems.count > 0 ? [] : matchCarers(listed, existing, pupilOf, problems);
  const inList = new Set([...pupilOf.values()].map(({ id }) => id));
  const endsFor = (pupilId: string): boolean =>
    covers === 'all-carers' || (covers === 'these-pupils' && inList.has(pupilId));
  const planned = pairs.map(([carer, known]) => planOne(carer, known, { pupilOf, endsFor, notes, problems }));
  const met = new Set(pairs.map(([, known]) => known?.id));
  const absent = existing
    .filter(({ id, links }) => !met.has(id) && links.some(({ pupilId }) => endsFor(pupilId)))
    .map((known) => planAbsent(known, endsFor));
  const joiners = planned.filter(({ existing: known }) => !known?.isCarer);
  const rest = [...planned.filter(({ existing: known }) => known?.isCarer), ...absent];
  const leavers = rest.filter(isLeaving);
  const changes = rest.filter((one) => !isLeaving(one) && isChanged(one));
  const unchanged = rest.filter((one) => !isLeaving(one) && !isChanged(one));
  const { problems: errors, problemCount } = problems.found();
  return {
    joiners,
    changes,
    unchanged,
    leavers,
    ...changeShare({
      joiners: joiners.length,
      leavers: leavers.length,
      renamed: changes.filter(isGrave).length,
      existing: existing.filter(({ isCarer }) => isCarer).length,
    }),
    errors,
    errorCount: problemCount,
    notes,
  };
}

function pupilsOf(
  rows: readonly CarerRow[],
  roll: readonly RollPupil[],
  problems: ProblemList,
): Map<CarerRow, RollPupil> {
  const find = pupilFinder(roll);
  const found = new Map<CarerRow, RollPupil>();
  for (const row of rows) {
    const answer = find(row);
    if (answer.ok) found.set(row, answer.pupil);
    else problems.add(answer.problem);
  }
  return found;
}

const nameOf = (person: { readonly firstName: string; readonly lastName: string }): string =>
  foldFullName(person.firstName, person.lastName);
const saidName = ({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string =>
  `${firstName} ${lastName}`;

/** By stable id; then by name with an address or number; then, without either, by name and pupil. */
function matchCarers(
  listed: readonly ListedCarer[],
  existing: readonly ExistingCarer[],
  pupilOf: ReadonlyMap<CarerRow, RollPupil>,
  problems: ProblemList,
): (readonly [ListedCarer, ExistingCarer | null])[] {
  const byId = new Map(existing.flatMap((one) => (one.carerId === null ? [] : [[one.carerId, one] as const])));
  const byContact = new Map<string, ExistingCarer[]>();
  const byPupil = new Map<string, ExistingCarer[]>();
  const put = (map: Map<string, ExistingCarer[]>, key: string, one: ExistingCarer) =>
    void map.set(key, [...(map.get(key) ?? []), one]);
  for (const one of existing) {
    const name = nameOf(one);
    const keys = [
      ...one.emails.map((email) => email.toLowerCase()),
      ...(one.telephone === '' ? [] : [telephoneKey(one.telephone)]),
    ];
    for (const key of new Set(keys)) put(byContact, `${name}|${key}`, one);
    for (const { pupilId } of one.links) put(byPupil, `${name}|${pupilId}`, one);
  }
  const taken = new Map<string, ListedCarer>();
  const candidates = (carer: ListedCarer): ExistingCarer[] => {
    const known = carer.carerId === undefined ? undefined : byId.get(carer.carerId);
    if (known) return [known];
    const name = nameOf(carer);
    const open = (one: ExistingCarer) => carer.carerId === undefined || one.carerId === null;
    const reached = contactKeys(carer)
      .flatMap((key) => byContact.get(`${name}|${key}`) ?? [])
      .filter(open);
    if (reached.length > 0) return [...new Set(reached)];
    const tied = carer.rows.flatMap((row) => byPupil.get(`${name}|${pupilOf.get(row)?.id}`) ?? []).filter(open);
    return [...new Set(tied)];
  };
  return listed.map((carer) => {
    const [one, second] = candidates(carer);
    if (!one) return [carer, null];
    const before = taken.get(one.id);
    if (second || before) {
      const message = second
        ? `Several carers called ${shown(saidName(carer))} are known here, and the row fits more than one.`
        : `Rows ${before?.row} and ${carer.row} both mean ${shown(saidName(carer))}, who is known here once.`;
      const remedy = 'Give the e-mail address or telephone that is known here, or a “Carer id” for each person.';
      problems.add({ row: carer.row, column: null, message, remedy });
    }
    taken.set(one.id, carer);
    return [carer, one];
  });
}

interface Ground {
  readonly pupilOf: ReadonlyMap<CarerRow, RollPupil>;
  readonly endsFor: (pupilId: string) => boolean;
  readonly notes: RosterNote[];
  readonly problems: ProblemList;
}

function planOne(carer: ListedCarer, existing: ExistingCarer | null, ground: Ground): PlannedCarer {
  const { pupilOf, endsFor, notes, problems } = ground;
  const linkTo = new Map((existing?.links ?? []).map((link) => [link.pupilId, link]));
  const added: PlannedCarer['added'][number][] = [];
  const altered: PlannedCarer['altered'][number][] = [];
  const listed = new Map<string, { readonly row: CarerRow; readonly tie: CarerTie }>();
  for (const row of carer.rows) {
    const pupil = pupilOf.get(row);
    if (!pupil) continue;
    const from = linkTo.get(pupil.id);
    const tie = tieOf(row, from);
    const before = listed.get(pupil.id);
    if (before) {
      if (!sameTie(before.tie, tie)) problems.add(twoAnswers(before.row, row, carer, pupil));
      continue;
    }
    listed.set(pupil.id, { row, tie });
    if (!from) added.push({ ...tie, pupil });
    else if (!sameTie(from, tie)) {
      altered.push({ pupil, from, to: tie });
      const about = `${saidName(carer)} and ${saidName(pupil)}`;
      if (from.doNotContact && !tie.doNotContact)
        notes.push({ row: row.row, column: null, message: `“Do not contact” is lifted: ${about}.` });
      if (!from.parentalResponsibility && tie.parentalResponsibility)
        notes.push({ row: row.row, column: null, message: `Parental responsibility is added: ${about}.` });
    }
  }
  const ended = (existing?.links ?? []).filter(({ pupilId }) => !listed.has(pupilId) && endsFor(pupilId));
  const { firstName, lastName } = existing?.isColleague ? existing : carer;
  const email = carer.email ?? existing?.email ?? '';
  const telephone = carer.telephone ?? existing?.telephone ?? '';
  const carerId = carer.carerId ?? existing?.carerId ?? null;
  const fields = existing
    ? [
        ...(firstName === existing.firstName && lastName === existing.lastName ? [] : (['name'] as const)),
        ...(email === existing.email ? [] : (['email'] as const)),
        ...(telephone === existing.telephone ? [] : (['telephone'] as const)),
        ...(carerId === existing.carerId ? [] : (['carerId'] as const)),
      ]
    : [];
  return { row: carer.row, existing, firstName, lastName, email, telephone, carerId, fields, added, altered, ended };
}

/** What a row says nothing of stays; for somebody new it is no, and nobody is given a right by an empty cell. */
const tieOf = (row: CarerRow, before: ExistingLink | undefined): CarerTie => ({
  relation: row.relation ?? before?.relation ?? 'other',
  parentalResponsibility: row.parentalResponsibility ?? before?.parentalResponsibility ?? false,
  doNotContact: row.doNotContact ?? before?.doNotContact ?? false,
  contactOrder: row.contactOrder ?? before?.contactOrder ?? null,
});

const sameTie = (one: CarerTie, other: CarerTie): boolean =>
  one.relation === other.relation &&
  one.parentalResponsibility === other.parentalResponsibility &&
  one.doNotContact === other.doNotContact &&
  one.contactOrder === other.contactOrder;

const twoAnswers = (first: CarerRow, second: CarerRow, carer: ListedCarer, pupil: RollPupil): RosterProblem => ({
  row: second.row,
  column: null,
  message: `Rows ${first.row} and ${second.row} say different things of ${shown(saidName(carer))} and ${shown(saidName(pupil))}.`,
  remedy: 'Keep the row that is right and delete the other.',
});

function planAbsent(existing: ExistingCarer, endsFor: (pupilId: string) => boolean): PlannedCarer {
  const { firstName, lastName, email, telephone, carerId, links } = existing;
  const ended = links.filter(({ pupilId }) => endsFor(pupilId));
  return {
    row: null,
    existing,
    firstName,
    lastName,
    email,
    telephone,
    carerId,
    fields: [],
    added: [],
    altered: [],
    ended,
  };
}

const isLeaving = ({ existing, added, ended }: PlannedCarer): boolean =>
  existing !== null && added.length === 0 && ended.length > 0 && ended.length === existing.links.length;
const isChanged = ({ fields, added, altered, ended }: PlannedCarer): boolean =>
  fields.length + added.length + altered.length + ended.length > 0;

/** A new name under an id, or another answer about parental responsibility or contact: what swapped columns look like. */
const isGrave = ({ fields, altered }: PlannedCarer): boolean =>
  fields.includes('name') ||
  altered.some(
    ({ from, to }) =>
      from.parentalResponsibility !== to.parentalResponsibility || from.doNotContact !== to.doNotContact,
  );
