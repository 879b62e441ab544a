// For tests: a school with everybody whom a policy may ask, and a draft taken as far on its way as a test wants.
import { decisions } from '#features/decisions/index.ts';
import { drafting } from '#features/drafting/index.ts';
import { people } from '#features/people/index.ts';
import { policy, type ModelPolicyName } from '#features/policy/index.ts';
import { references } from '#features/references/index.ts';
import { schools } from '#features/schools/index.ts';
import { signatures } from '#features/signatures/index.ts';
import { operator, systemActor, type PersonActor } from '#kernel/actor.ts';
import { anySignedIn } from '#kernel/access.ts';
import { defineAction, type AnyAction } from '#kernel/action.ts';
import type { Control } from '#kernel/control.ts';
import { defineFeature, type Feature } from '#kernel/feature.ts';
import { z } from 'zod';
import { openTestApp, type TestPerson } from '#test/school.ts';
import { builtControls } from '../policy/every-control.fixture.ts';
import { adoption, adoptionDuties, type BodyKind } from './index.ts';

/** For a feature of a test: the titles of what adoption asks of whoever calls it. */
export const readDuties = defineAction({
  name: 'probe.duties',
  kind: 'read',
  summary: 'What adoption asks of me.',
  route: 'GET /probe/duties',
  scope: 'school',
  who: anySignedIn,
  input: z.object({}),
  output: z.object({ titles: z.array(z.string()) }),
}).handle(async (context) => ({ titles: (await adoptionDuties(context)).map(({ title }) => title) }));

const OWN = [schools, people, policy, decisions, references, drafting, signatures, adoption] as const;
/** Clauses rest on the controls of every feature, whichever a test opens. */
const othersThan = (opened: readonly Feature[]) => {
  const own = new Set(opened.flatMap(({ controls }): readonly Control[] => controls).map(({ id }) => id));
  return defineFeature({
    name: 'others',
    summary: 'The controls of every other feature.',
    actions: [],
    controls: builtControls.filter(({ id }) => !own.has(id)),
  });
};

export const openAdoptingApp = <const More extends readonly Feature[] = readonly []>(more?: More) =>
  openTestApp([
    othersThan([...(OWN as unknown as readonly Feature[]), ...(more ?? [])]),
    decisions,
    references,
    drafting,
    signatures,
    adoption,
    ...((more ?? []) as unknown as More),
  ] as const);
export type AdoptingApp = Awaited<ReturnType<typeof openAdoptingApp>>;

/** @param model the policy put in force by set-up; drafts begin from it unless said otherwise */
export async function adopting(app: AdoptingApp, model: ModelPolicyName = 'starter') {
  const school = await app.school('Millrace Primary School', model);
  const make = (name: string, responsibility: NonNullable<TestPerson['responsibilities']>[number]) =>
    school.person({ name, responsibilities: [responsibility] });
  const head = await make('Ngozi Okafor', 'headteacher');
  const deputy = await make('Dafydd Rees', 'deputy-headteacher');
  const writer = await school.person({ name: 'Priya Nair', responsibilities: ['slt', 'business-manager'] });
  const chair = await school.person({ name: 'Ruth Adeyemi', types: ['governor'], responsibilities: ['chair-of-governors'] }); // prettier-ignore
  const governor = await school.person({ name: 'Tom Pascoe', types: ['governor'] });
  const member = await school.person({ name: 'Amira Haddad', types: ['governor'] });
  const dsl = await make('Sara Lund', 'dsl');
  const computing = await make('Wei Chen', 'computing-lead');
  const protection = await make('Femi Bello', 'data-protection-lead');

  const operating = app.as(operator(school.id));
  // The policies that it stands beside are there and in date.
  const linked = { belongsTo: 'school', edition: '2026', place: 'Staff handbook', reviewOn: '2099-09-01' } as const;
  await operating.references.addPolicy({ ...linked, kind: 'safeguarding', title: 'Safeguarding policy' });
  await operating.references.addPolicy({ ...linked, kind: 'conduct', title: 'Code of conduct' });

  /** Everybody's rights are read afresh, and their factor has just been shown. */
  const as = async (person: PersonActor) => app.as(await school.again(person));
  const draft = async (from = 'in-force', by = writer): Promise<string> => {
    const api = await as(by);
    const { draftId } = await api.drafting.begin({ from, name: 'Policy 2026' });
    await api.drafting.saveNote({
      draftId,
      name: 'Policy 2026',
      changeNote: 'Reviewed for the new school year.',
      material: true,
      materialReason: 'The rules on pictures are new.',
    });
    return draftId;
  };
  const sent = async (draftId?: string) => (await as(writer)).adoption.send({ draftId: draftId ?? (await draft()) });
  const read = async (adoptionId: string, by = head) => (await as(by)).adoption.read({ adoptionId });
  const decide = async (
    adoptionId: string,
    by: PersonActor,
    answer: 'approve' | 'send-back' | 'refuse' = 'approve',
    note = '',
  ) => {
    const { sha256 } = await read(adoptionId);
    return (await as(by)).adoption.decide({ adoptionId, answer, note, sha256 });
  };
  const meeting = {
    body: 'governing-body' as BodyKind,
    name: 'Full governing body',
    present: [chair.personId, governor.personId, member.personId],
    quorum: 2,
    votesFor: 2,
    votesAgainst: 0,
    abstained: 1,
    minute: 'FGB 2026-11-20, 7.2',
  };
  const meet = async (adoptionId: string, changed: Partial<typeof meeting> & { heldOn?: string } = {}, by = chair) => {
    const { sha256, today } = await read(adoptionId);
    return (await as(by)).adoption.recordMeeting({ adoptionId, sha256, heldOn: today, ...meeting, ...changed });
  };
  const sign = async (adoptionId: string, by: PersonActor) => {
    const { sign: line } = await read(adoptionId, by);
    return (await as(by)).adoption.sign({ adoptionId, typedName: by.name, seen: line?.seen ?? '' });
  };
  const adopt = async (adoptionId: string, effectiveOn: string, by = head) =>
    (await as(by)).adoption.adopt({ adoptionId, effectiveOn });
  /** Approved and signed by all whom the starter policy asks: the headteacher, the governing body, its chair. */
  const complete = async (draftId?: string): Promise<string> => {
    const { adoptionId } = await sent(draftId);
    await decide(adoptionId, head);
    await meet(adoptionId);
    await sign(adoptionId, head);
    await sign(adoptionId, chair);
    return adoptionId;
  };
  /** Away for the week, with somebody who stands in. */
  const away = async (holder: PersonActor, standIn: PersonActor) => {
    const grants = await app.rows<{ id: string }>(
      'select id from responsibility where school_id = $1 and person_id = $2',
      [school.id, holder.personId],
    );
    for (const { id } of grants) await operating.people.setDeputy({ grantId: id, deputyId: standIn.personId });
    const absences = [{ startsOn: '2026-11-20', endsOn: '2026-11-27' }];
    await operating.people.setAbsence({ personId: holder.personId, absences });
  };
  /** As if a job of this name had its turn. */
  const job = async (name: string, payload: unknown = {}) => {
    const act = (action: AnyAction, input: unknown) => app.run(systemActor(school.id, name), action, input);
    await app.registry.jobs.get(name)!.run(
      { scopeId: school.id, clock: app.clock, ports: {}, signal: AbortSignal.timeout(30_000), act } as never,
      payload as never,
    ); // prettier-ignore
  };
  return {
    school, head, deputy, writer, chair, governor, member, dsl, computing, protection,
    as, draft, sent, read, decide, meeting, meet, sign, adopt, complete, away, job,
    operating,
  }; // prettier-ignore
}
