// For tests: a school on the policy of the Grange, with people who write drafts and one who does not.
import { decisions } from '#features/decisions/index.ts';
import { features } from '#features/index.ts';
import { mail } from '#features/mail/index.ts';
import type { PersonActor } from '#kernel/actor.ts';
import { defineFeature } from '#kernel/feature.ts';
import { openTestApp } from '#test/school.ts';
import { drafting } from './index.ts';

/** What the other features make real: clauses rest on it. */
const others = defineFeature({
  name: 'others',
  summary: 'Controls of features that are not opened here.',
  actions: [],
  controls: features
    .filter(({ name }) => !['schools', 'people', 'policy', 'mail', 'decisions', 'drafting'].includes(name))
    .flatMap(({ controls }) => [...controls]),
});

export async function openDrafting() {
  const app = await openTestApp([mail, decisions, drafting, others]);
  const school = await app.school('Millrace Primary School', 'the-grange');
  return {
    app,
    school,
    head: await school.person({ name: 'Hema Head', responsibilities: ['headteacher'] }),
    deputy: await school.person({ name: 'Dan Deputy', responsibilities: ['deputy-headteacher'] }),
    teacher: await school.person({ name: 'Tess Teacher' }),
    as: (person: PersonActor) => app.as(person).drafting,
  };
}
export type Drafting = Awaited<ReturnType<typeof openDrafting>>;
