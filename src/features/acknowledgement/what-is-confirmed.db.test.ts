// The very words that people confirm, and the documents read with the policy, on a real database.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonActor } from '#kernel/actor.ts';
import { failureOf } from '#test/whole-app.ts';
import { ADDRESS, openAcknowledgement } from './acknowledgement.fixture.ts';

let app: Awaited<ReturnType<typeof openAcknowledgement>>;
beforeAll(async () => void (app = await openAcknowledgement()));
afterAll(() => app.drop());
beforeEach(() => app.clock.set('2026-11-20T09:00:00Z'));

describe('what is confirmed', () => {
  it('holds the behaviour standard, whatever somebody is [GH-50, SJ-53]', async () => {
    for (const model of ['grappenhall-heys', 'st-josephs'] as const) {
      const { school, head } = await app.ready(model);
      const governor = await school.person({ types: ['governor'], responsibilities: ['chair-of-governors'] });
      for (const person of [head, governor, await school.person()]) {
        const { statement } = await app.mine(person);
        const [said] = statement.sections;
        expect(said!.heading).toBe('In particular, the policy says:');
        expect(said!.lines).toContainEqual(expect.stringMatching(/\((GH-50|SJ-53)\).* behaviour standard/));
        for (const line of said!.lines) expect(statement.text).toContain(line);
      }
    }
  });

  it('holds the duty not to discredit the school or the profession [GR-42]', async () => {
    const { school } = await app.ready('the-grange');
    expect((await app.mine(await school.person())).statement.text).toContain(
      'Staff are bound not to discredit school or profession.',
    );
  });

  it('holds confidentiality, liability and what each answers for, in the very words that are signed [TP-62, TP-72, TP-16]', async () => {
    const { school, head } = await app.ready('tpat');
    const runner = await school.person({ name: 'Rosa Lind', responsibilities: ['account-runner'] });
    const contractor = await school.person({ name: 'Con Tractor', types: ['contractor'] });
    const volunteer = await school.person({ name: 'Vera Quill', types: ['volunteer'] });
    for (const person of [head, runner, contractor, volunteer]) {
      await app.confirm(person);
      const [kept] = await app.keptWords(person);
      expect(kept).toContain('Users keep confidentiality.');
      expect(kept).toContain('may be held personally liable');
    }
    const own = await app.api(runner).readResponsibilities({});
    expect(own.responsibilities).toMatchObject([{ label: 'Runs an account' }]);
    expect((await app.keptWords(runner))[0]).toContain(own.responsibilities[0]!.meaning);
  });

  it('shows the code of conduct and the acceptable use agreement with their dates [GH-15, SJ-07]', async () => {
    for (const model of ['grappenhall-heys', 'st-josephs'] as const) {
      const { school, head } = await app.ready(model);
      const notEntered = async () =>
        (await app.mine(head)).statement.sections.find(({ heading }) => heading.includes('not entered yet'))!.lines;
      expect(await notEntered()).toEqual(expect.arrayContaining(['Codes of conduct', 'Acceptable use agreements']));
      await app.enter(school, head, { kind: 'conduct', title: 'Code of conduct', edition: 'September 2026' });
      await app.enter(school, head, {
        kind: 'acceptable-use',
        title: 'Acceptable use agreement',
        edition: 'March 2026',
      });
      expect(await notEntered()).not.toContain('Codes of conduct');
      const { statement, references } = await app.mine(await school.person());
      expect(references).toMatchObject([
        { title: 'Code of conduct', edition: 'September 2026', place: ADDRESS, confirmedOn: null },
        { title: 'Acceptable use agreement', edition: 'March 2026', place: ADDRESS, confirmedOn: null },
      ]);
      const read = statement.sections.find(({ heading }) => heading.startsWith('I have read these too'))!.lines;
      expect(read).toEqual([
        `Code of conduct, of the school, September 2026, ${ADDRESS}`,
        `Acceptable use agreement, of the school, March 2026, ${ADDRESS}`,
      ]);
      for (const line of read) expect(statement.text).toContain(line);
    }
  });

  it('shows the policies of the trust beside those of the school [TP-13]', async () => {
    const { school, head } = await app.ready('tpat');
    await app.enter(school, head, { kind: 'acceptable-use', title: 'Acceptable ICT use policy', edition: '2026' });
    await app.enter(school, head, {
      kind: 'conduct',
      title: 'Staff code of conduct',
      edition: '2025',
      belongsTo: 'trust',
    });
    const { statement } = await app.mine(head);
    expect(statement.text).toContain('Acceptable ICT use policy, of the school, 2026');
    expect(statement.text).toContain('Staff code of conduct, of the trust, 2025');
  });

  it('has volunteers sign the acceptable use policy as staff do, and everybody the e-mail policy, each kept by itself [SN-52, SN-96]', async () => {
    const { school, head } = await app.ready('st-nicholas');
    await app.change(head, 'ack.who', ['staff', 'runners', 'other-adults']);
    await app.enter(school, head, { kind: 'acceptable-use', title: 'Acceptable use policy', edition: '2026' });
    await app.enter(school, head, { kind: 'e-mail', title: 'E-mail policy', edition: '2025' });
    for (const types of [['volunteer'], ['staff']] as const) {
      const person = await school.person({ types });
      const { kind, references } = await app.mine(person);
      expect(kind).toBe('signature');
      const [acceptableUse, eMail] = ['Acceptable use policy', 'E-mail policy'].map((title) =>
        references.find((one) => one.title === title)!,
      );
      expect(
        await missed(
          person,
          references.filter((one) => one !== acceptableUse),
        ),
      ).toContain('“Acceptable use policy”');
      expect(
        await missed(
          person,
          references.filter((one) => one !== eMail),
        ),
      ).toContain('“E-mail policy”');
      await app.confirm(person);
      const [signed] = await app.keptWords(person);
      expect(signed).toContain('I have read these too, and keep to them:');
      expect(signed).toContain('Acceptable use policy, of the school, 2026');
      expect(signed).toContain('E-mail policy, of the school, 2025');
      expect(signed).toContain('I sign this with my name.');
      const after = await app.mine(person);
      expect(after).toMatchObject({ state: 'confirmed' });
      expect(after.references.map(({ confirmedOn }) => confirmedOn)).toEqual(references.map(() => '2026-11-20'));
    }
  });
});

/** What is said to somebody who has read to the end and signs with only these documents ticked. */
async function missed(person: PersonActor, ticked: readonly { readonly key: string }[]): Promise<string> {
  await app.read(person);
  const { versionId, statement } = await app.mine(person);
  const form = { versionId, textSha256: statement.textSha256, references: ticked.map(({ key }) => key) };
  const refusal = await failureOf(app.api(person).sign({ ...form, typedName: person.name }));
  expect(refusal).toMatchObject({ code: 'document-not-ticked', fields: [{ field: 'references' }] });
  return refusal.message;
}

describe('the documents read with the policy', () => {
  it('local, national and acceptable-use ones are shown to staff and each confirmed, with a figure for each, and a new edition again [SN-24]', async () => {
    const { school, head } = await app.ready('st-nicholas');
    await app.change(head, 'ack.who', ['staff', 'runners']);
    const teacher = await school.person({ name: 'Priya Raman' });
    const named = 'Local and national online safety guidelines';
    const notEntered = (await app.mine(teacher)).statement.sections.find(({ heading }) =>
      heading.includes('not entered yet'),
    );
    expect(notEntered!.lines).toEqual(expect.arrayContaining([named, 'Acceptable use policy']));

    const keeper = async () => app.as(await school.again(head)).references;
    const local = {
      kind: 'guidance',
      title: 'Online safety guidelines',
      namedAs: named,
      body: 'The local safeguarding partnership',
      edition: 'March 2026',
      place: 'https://partnership.example/online-safety',
    } as const;
    const { key: localKey } = await (await keeper()).addGuidance(local);
    const { linkedPolicyId } = await app.enter(school, head, {
      kind: 'acceptable-use',
      title: 'Acceptable use policy',
      edition: 'Version 4',
    });
    const [localOne, national, acceptableUse] = [
      `guidance:${localKey}`,
      'guidance:kcsie-2026',
      `policy:${linkedPolicyId}`,
    ] as const;
    const { references, statement } = await app.mine(teacher);
    expect(references).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: localOne, owner: local.body, edition: 'March 2026', place: local.place }),
        expect.objectContaining({
          key: national,
          owner: 'Department for Education',
          edition: '2026',
          place: expect.stringContaining('https://www.gov.uk/'),
        }),
        expect.objectContaining({ key: acceptableUse, owner: 'of the school', edition: 'Version 4', place: ADDRESS }),
      ]),
    );
    for (const { title } of references) expect(statement.text).toContain(title);

    const all = references.map(({ key }) => ({ key }));
    for (const [left, title] of [
      [localOne, local.title],
      [national, 'Keeping children safe in education'],
      [acceptableUse, 'Acceptable use policy'],
    ] as const)
      expect(
        await missed(
          teacher,
          all.filter(({ key }) => key !== left),
        ),
      ).toBe(`Not ticked as read: “${title}”.`);
    const figure = async (key: string, reader = head) => {
      const { asked, references: counted } = await app.api(await school.again(reader)).countReferences({});
      const { confirmed, isMine, mineOn } = counted.find((one) => one.key === key)!;
      return { confirmed, asked, isMine, mineOn };
    };
    const { asked } = await figure(localOne);
    expect(asked).toBeGreaterThanOrEqual(2);
    expect(await figure(localOne)).toMatchObject({ confirmed: 0, isMine: true, mineOn: null });
    await app.confirm(teacher);
    for (const key of [localOne, national, acceptableUse])
      expect(await figure(key, teacher)).toEqual({ confirmed: 1, asked, isMine: true, mineOn: '2026-11-20' });
    expect(await app.dutiesOf(teacher)).toEqual([]);

    const before = await app.keptWords(teacher);
    const { newKey } = await (await keeper()).replaceGuidance({ ...local, key: localKey, edition: 'November 2026' });
    expect(await figure(`guidance:${newKey}`, teacher)).toMatchObject({ confirmed: 0, isMine: true, mineOn: null });
    expect(await app.mine(teacher)).toMatchObject({ state: 'confirmed' });
    expect(await app.keptWords(teacher)).toEqual(before);
    expect(await app.dutiesOf(teacher)).toMatchObject([
      {
        kind: 'acknowledgement.references',
        detail: 'Online safety guidelines, November 2026: read together with the policy.',
        clauses: expect.arrayContaining(['SN-24']),
      },
    ]);
    const open = (await app.mine(teacher)).references.filter(({ confirmedOn }) => confirmedOn === null);
    expect(open).toMatchObject([{ key: `guidance:${newKey}`, edition: 'November 2026' }]);
    const { key: reference, textSha256 } = open[0]!;
    const unseen = { reference, textSha256: references[0]!.textSha256 };
    expect((await failureOf(app.api(teacher).confirmReference(unseen))).code).toBe('text-changed');
    expect(await app.api(teacher).confirmReference({ reference, textSha256 })).toEqual({ edition: 'November 2026' });
    expect(await figure(`guidance:${newKey}`, teacher)).toMatchObject({ confirmed: 1, mineOn: '2026-11-20' });
    expect(await app.dutiesOf(teacher)).toEqual([]);
    const again = await failureOf(app.api(teacher).confirmReference({ reference, textSha256 }));
    expect(again.code).toBe('confirmed-already');
  });

  it('are confirmed with the sheet that somebody signs on paper', async () => {
    const { school, head } = await app.ready('starter');
    await app.enter(school, head, { kind: 'acceptable-use', title: 'Acceptable use policy', edition: 'Version 4' });
    const volunteer = await school.person({ types: ['volunteer'], joined: false });
    const sheet = await app.api(head).readSheet({});
    expect(sheet.statement.sections.flatMap(({ lines }) => lines)).toContain(
      `Acceptable use policy, of the school, Version 4, ${ADDRESS}`,
    );
    const { versionId } = await app.mine(head);
    const form = { versionId, personIds: [volunteer.personId], signedOn: '2026-11-20' };
    const other = await failureOf(app.api(head).recordPaper({ ...form, fingerprint: 'deadbeef' }));
    expect(other).toMatchObject({ code: 'another-sheet', fields: [{ field: 'fingerprint' }] });
    await app.api(head).recordPaper({ ...form, fingerprint: sheet.textSha256.slice(0, 8) });
    const figures = async () =>
      (await app.api(head).countReferences({})).references.map(({ edition, confirmed }) => [edition, confirmed]);
    expect(await figures()).toEqual([['Version 4', 1]]);

    // Without the fingerprint nobody knows what else stood on the sheet: only the policy counts as signed.
    const another = await school.person({ types: ['volunteer'], joined: false });
    await app.api(head).recordPaper({ ...form, personIds: [another.personId] });
    expect(await figures()).toEqual([['Version 4', 1]]);
    expect((await app.keptWords(another))[0]).not.toContain('Acceptable use policy');
  });
});
