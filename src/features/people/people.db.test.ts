// The directory as its actions keep it: who may see and change whom, and that nothing of another school is there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator, visitor, type Actor, type PersonActor } from '#kernel/actor.ts';
import { sha256 } from '#kernel/canonical.ts';
import { openTestApp, type TestSchool } from '#test/school.ts';
import { NAUGHTY } from '#test/naughty/naughty.ts';

let app: Awaited<ReturnType<typeof openTestApp>>;
let mill: TestSchool;
let head: PersonActor;
let teacher: PersonActor;

beforeAll(async () => {
  app = await openTestApp();
  mill = await app.school();
  head = await mill.person({ name: 'Hilda Head', responsibilities: ['headteacher'] });
  teacher = await mill.person({ name: 'Tom Teacher' });
});
afterAll(() => app.drop());

const amelia = {
  firstName: 'Amelia',
  lastName: 'Brown',
  types: ['pupil' as const],
  yearGroup: 'Year 4',
  className: '4B',
};

describe('who may look', () => {
  it('shows the directory to colleagues, page by page in the order of names', async () => {
    const kestrel = await app.school('Kestrel School');
    const as = app.as(operator(kestrel.id));
    const names = Array.from({ length: 119 }, (_, n) => `Person${String(n).padStart(3, '0')}`);
    for (const lastName of names) await as.people.add({ firstName: 'A', lastName, types: ['volunteer'] });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await app.as(kestrel.first).people.list(after === undefined ? {} : { after });
      expect(page.people.length).toBeLessThanOrEqual(50);
      seen.push(...page.people.map(({ lastName }) => lastName));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual([...names, 'Setter']);
  });

  it('finds people by the beginning of any of their names, whatever signs are typed', async () => {
    const found = async (search: string) => (await app.as(head).people.list({ search })).people.map(({ name }) => name);
    expect(await found('tea')).toEqual(['Tom Teacher']);
    expect(await found('TOM te')).toEqual(['Tom Teacher']);
    expect(await found('tom head')).toEqual([]);
    expect(await found('%')).toEqual([]);
    expect(await found('_')).toEqual([]);
    expect(await found(String.raw`\ ' " ;`)).toEqual([]);
  });

  it('shows pupils to staff who are signed in, and to nobody else', async () => {
    const { personId } = await app.as(head).people.add(amelia);
    expect(await app.as(teacher).people.read({ personId })).toMatchObject({
      name: 'Amelia Brown',
      yearGroup: '4',
      className: '4B',
    });
    const governor = await mill.person({ types: ['governor'] });
    const byToken: PersonActor = { ...teacher, via: 'token', scopes: new Set(['people:read']) };
    for (const actor of [governor, byToken]) {
      await expect(app.as(actor).people.read({ personId })).rejects.toMatchObject({ kind: 'not-found' });
      expect((await app.as(actor).people.list({ search: 'amelia' })).people).toEqual([]);
    }
    expect((await app.as(teacher).people.list({ className: '4B' })).people.map(({ id }) => id)).toEqual([personId]);
  });

  it('lets carers and pupils read only their own entry', async () => {
    const carer: PersonActor = { ...teacher, personId: teacher.personId, roles: new Set(['carer']) };
    await expect(app.as(carer).people.list({})).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(app.as(carer).people.read({ personId: head.personId })).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await app.as(carer).people.me({})).toMatchObject({ name: 'Tom Teacher' });
  });

  it('denies every action to visitors, and every writing action to somebody without a role', async () => {
    const personId = teacher.personId;
    const grantId = personId;
    const nobody: PersonActor = { ...teacher, roles: new Set() };
    const calls = (actor: Actor) => {
      const api = app.as(actor).people;
      return [
        () => api.list({}),
        () => api.read({ personId }),
        () => api.add(amelia),
        () => api.change({ personId, firstName: 'X' }),
        () => api.setTypes({ personId, types: ['staff'] }),
        () => api.grantResponsibility({ personId: head.personId, responsibility: 'author' }),
        () => api.endPerson({ personId }),
        () => api.invite({ personId }),
        () => api.withdrawInvitation({ personId }),
        () => api.recover({ personId: head.personId }),
        () => api.setAbsence({ personId: head.personId, absences: [] }),
        () => api.roll({}),
        () => api.previewPupilImport({ text: 'a', covers: 'whole-roll' }),
        () => api.importPupils({ text: 'a', covers: 'whole-roll' }),
        () => api.previewStaffImport({ text: 'a', covers: 'all-staff' }),
        () => api.importStaff({ text: 'a', covers: 'all-staff' }),
        () => api.openInvitation({}),
        () => api.acceptInvitation({ loginId: personId }),
        () => api.markRecovered({}),
        () => api.noteSignIn({ personId, event: 'signed-in' }),
      ];
    };
    for (const call of calls(nobody)) await expect(call(), String(call)).rejects.toMatchObject({ kind: 'forbidden' });
    const own = app.as(visitor(mill.id)).people;
    const ofVisitor = [
      ...calls(visitor(mill.id)),
      () => own.me({}),
      () => own.changeSignOff({ signOff: '' }),
      () => own.makeToken({ name: 'x', scopes: ['people:read'], days: 1 }),
      () => own.listTokens({}),
      () => own.revokeToken({ tokenId: personId }),
      () => own.readNotices({}),
      () => own.markNoticesRead({}),
      () => own.endResponsibility({ grantId }),
      () => own.setDeputy({ grantId, deputyId: null }),
    ];
    for (const call of ofVisitor) await expect(call(), String(call)).rejects.toMatchObject({ kind: 'unauthenticated' });
  });

  it('shows and changes nothing of another school', async () => {
    const other = await app.school('Otterford School');
    const otherHead = await other.person({ responsibilities: ['headteacher'] });
    const api = app.as(otherHead).people;
    const personId = teacher.personId;
    const [grant] = (await app.as(head).people.read({ personId: head.personId })).responsibilities;
    const grantId = grant!.grantId;
    for (const call of [
      () => api.read({ personId }),
      () => api.change({ personId, firstName: 'X' }),
      () => api.setTypes({ personId, types: ['volunteer'] }),
      () => api.grantResponsibility({ personId, responsibility: 'author' }),
      () => api.endResponsibility({ grantId }),
      () => api.setDeputy({ grantId, deputyId: null }),
      () => api.setAbsence({ personId, absences: [] }),
      () => api.endPerson({ personId }),
      () => api.invite({ personId }),
      () => api.recover({ personId }),
      () => api.withdrawInvitation({ personId }),
    ]) {
      await expect(call(), String(call)).rejects.toMatchObject({ kind: 'not-found' });
    }
    expect((await api.list({ search: 'tom' })).people).toEqual([]);
    expect((await app.as(head).people.read({ personId })).name).toBe('Tom Teacher');
  });
});

describe('what is kept', () => {
  it('keeps earlier names for matching and shows them nowhere', async () => {
    const { personId } = await app
      .as(head)
      .people.add({ ...amelia, firstName: 'Oliver', lastName: 'Wren', className: '' });
    await app.as(head).people.change({ personId, firstName: 'Olivia', lastName: 'Finch' });
    expect(JSON.stringify(await app.as(head).people.read({ personId }))).not.toMatch(/Oliver|Wren/);
    const keys = await app.rows<{ key: string; former: boolean }>(
      'select key, former from name_key where person_id = $1',
      [personId],
    );
    expect(keys).toEqual(
      expect.arrayContaining([
        { key: 'n:oliviafinch', former: false },
        { key: 'n:oliverwren', former: true },
      ]),
    );
    await app.as(head).people.change({ personId, lastName: 'Finsh', nameWasWrong: true });
    await app.as(head).people.change({ personId, lastName: 'Finch', nameWasWrong: true });
    const again = await app.rows<{ key: string }>('select key from name_key where person_id = $1', [personId]);
    expect(again.map(({ key }) => key)).not.toContain('n:oliviafinsh');
  });

  it('lets nobody share an e-mail address, in whatever capitals', async () => {
    const api = app.as(head).people;
    await api.add({ firstName: 'Una', lastName: 'Office', email: 'office@millrace.example', types: ['staff'] });
    const again = { firstName: 'Ned', lastName: 'Office', email: 'Office@Millrace.example', types: ['staff' as const] };
    await expect(api.add(again)).rejects.toMatchObject({ code: 'email-in-use', kind: 'conflict' });
    await expect(api.change({ personId: teacher.personId, email: 'OFFICE@millrace.example' })).rejects.toMatchObject({
      code: 'email-in-use',
    });
  });

  it('names a line manager for whoever works here, and never one of a pupil', async () => {
    const { personId } = await app.as(head).people.add({ ...amelia, firstName: 'Isla', lastName: 'Byrne' });
    const refused = app.as(head).people.change({ personId, lineManagerId: teacher.personId });
    await expect(refused).rejects.toMatchObject({ code: 'no-line-manager' });
    await app.as(head).people.change({ personId: teacher.personId, lineManagerId: head.personId });
    const { lineManager } = await app.as(head).people.read({ personId: teacher.personId });
    expect(lineManager?.id).toBe(head.personId);
    await app.as(head).people.change({ personId: teacher.personId, lineManagerId: null });
  });

  it('says what somebody is from today on, and moves a pupil’s keys with the class', async () => {
    const { personId } = await app.as(head).people.add({ ...amelia, firstName: 'Priya', lastName: 'Nair' });
    await app.as(head).people.change({ personId, yearGroup: 'Year 5', className: '5K' });
    const keys = async () =>
      (await app.rows<{ key: string }>('select key from name_key where person_id = $1', [personId])).map(
        ({ key }) => key,
      );
    expect(await keys()).toEqual(expect.arrayContaining(['c:priya/5k', 'y:priya/5']));
    await app.as(head).people.setTypes({ personId, types: ['staff'] });
    const read = await app.as(head).people.read({ personId });
    expect(read.types.filter(({ held }) => held).map(({ type }) => type)).toEqual(['staff']);
    expect(await keys()).toContain('s:nair');
    await expect(app.as(head).people.change({ personId: teacher.personId, className: '5K' })).rejects.toMatchObject({
      code: 'not-a-pupil',
    });
  });

  it('knows which staff somebody is, from when until when, and that they are staff all along', async () => {
    const { personId } = await app.as(head).people.add({
      firstName: 'Ines',
      lastName: 'Both',
      types: ['teaching'],
      startsOn: '2020-09-01',
    });
    await app.as(head).people.setTypes({ personId, types: ['support'] });
    const today = app.clock.now().toString().slice(0, 10);
    const { types } = await app.as(head).people.read({ personId });
    expect(types.map(({ type, startsOn, held }) => [type, startsOn, held])).toEqual([
      ['staff', '2020-09-01', true],
      ['teaching', '2020-09-01', false],
      ['support', today, true],
    ]);
    const found = async (type: 'staff' | 'teaching' | 'support') =>
      (await app.as(head).people.list({ search: 'Ines', type })).people.length;
    expect([await found('staff'), await found('teaching'), await found('support')]).toEqual([1, 0, 1]);
  });

  it('lets somebody say how they sign, and leaves an entry in the ledger that names ids only', async () => {
    await app.as(teacher).people.changeSignOff({ signOff: 'Mr Teacher, Kingfisher class' });
    expect((await app.as(teacher).people.me({})).signOff).toBe('Mr Teacher, Kingfisher class');
    const [entry] = await app.rows<{ body: string; id: string }>(
      `select id, body from entry where scope_id = $1 and body like '%people.changeSignOff%'`,
      [mill.id],
    );
    expect(entry!.body).not.toMatch(/Kingfisher|Teacher/);
    const subjects = await app.rows<{ person_id: string }>('select person_id from entry_subject where entry_id = $1', [
      entry!.id,
    ]);
    expect(subjects).toEqual([{ person_id: teacher.personId }]);
  });

  it('keeps every naughty string just as it was typed, or refuses it with a message', async () => {
    const api = app.as(head).people;
    let kept = 0;
    for (const text of NAUGHTY) {
      const entry = {
        firstName: text,
        lastName: text,
        preferredName: text,
        jobTitle: text,
        signOff: text,
        types: ['staff' as const],
      };
      try {
        const { personId } = await api.add(entry);
        const read = await api.read({ personId });
        for (const value of [read.firstName, read.lastName, read.preferredName, read.jobTitle, read.signOff])
          expect(value).toBe(text.trim());
        kept += 1;
      } catch (error) {
        expect(error, JSON.stringify(text)).toMatchObject({ kind: 'invalid' });
      }
    }
    expect(kept).toBeGreaterThan(NAUGHTY.length / 3);
  });

  it.each(['Ame\u200blia', 'Amelia\u202e', 'Ame\u00adlia', '\ufeffAmelia\u2060x'])(
    'refuses a name that hides something: %j',
    async (hidden) => {
      const api = app.as(head).people;
      for (const field of ['firstName', 'lastName', 'preferredName', 'className']) {
        await expect(api.add({ ...amelia, [field]: hidden }), field).rejects.toMatchObject({
          kind: 'invalid',
          fields: [{ field, message: expect.stringContaining('nobody can see') as unknown }],
        });
      }
    },
  );

  it('lets nobody in who is only a parent here from now on, neither by session nor by access token', async () => {
    const both = await mill.person({ name: 'Petra Both', types: ['staff', 'carer'] });
    const atTheDoor = () =>
      app.rows('select * from app.persons_of_login($1, $2)', [both.loginId, app.clock.now().toString()]);
    const { token } = await app.as(both).people.makeToken({ name: 'Sheet', scopes: ['schools:read'], days: 30 });
    const byToken = () =>
      app.rows('select * from app.access_token($1, $2)', [sha256(token), app.clock.now().toString()]);
    expect(await atTheDoor()).toHaveLength(1);
    expect(await byToken()).toHaveLength(1);
    await app.as(mill.first).people.setTypes({ personId: both.personId, types: ['carer'] });
    expect(await atTheDoor()).toEqual([]);
    expect(await byToken()).toEqual([]);
  });

  it('ends all that somebody is and holds when they leave', async () => {
    const leaver = await mill.person({ name: 'Lena Leaver', responsibilities: ['author'] });
    await app.as(head).people.endPerson({ personId: leaver.personId });
    const read = await app.as(head).people.read({ personId: leaver.personId });
    expect(read.lastDay).toBe('2026-11-19');
    expect([...read.types, ...read.responsibilities].filter(({ held }) => held)).toEqual([]);
    const at = app.clock.now().toString();
    expect(await app.rows('select * from app.persons_of_login($1, $2)', [leaver.loginId, at])).toEqual([]);
    await expect(app.as(head).people.endPerson({ personId: leaver.personId })).rejects.toMatchObject({
      code: 'already-over',
    });
  });
});
