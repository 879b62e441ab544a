// A new edition of the policy on its way at Millrace: written by the safeguarding lead, approved by the headteacher, and half signed.
import type { Scene } from './school.ts';
import type { When } from './school-days.ts';
import type { Stage } from './stage.ts';

const NAME = 'The policy for the coming year';

export function millraceAdoption(stage: Stage, { schoolDay }: When): readonly Scene[] {
  const onItsWay = async (person: string) => {
    const { adoption } = await stage.as(person);
    const { adoptions } = await adoption.list({});
    const found = adoptions.find(({ state, title }) => state === 'open' && title === NAME);
    if (!found) throw new Error('No policy is on its way at Millrace.');
    return { adoption, ...found };
  };
  const signed = (back: number, time: string, person: string, typedName: string): Scene => ({
    at: schoolDay(back, time),
    play: async () => {
      const { adoption, id: adoptionId } = await onItsWay(person);
      const { sign } = await adoption.read({ adoptionId });
      await adoption.sign({ adoptionId, typedName, seen: sign?.seen ?? '' });
    },
  });
  return [
    {
      at: schoolDay(9, '16:20'),
      play: async () => {
        const { drafting, adoption } = await stage.as('helen');
        const { draftId } = await drafting.begin({ from: 'in-force', name: NAME });
        await drafting.saveNote({
          draftId,
          name: NAME,
          changeNote: 'Read through with the leadership team; adopted by the school itself for the first time.',
          material: true,
          materialReason: 'Until now it was the model; from its day it is the school’s own.',
        });
        await adoption.send({ draftId });
      },
    },
    {
      at: schoolDay(8, '08:05'),
      play: async () => {
        const { adoption, id: adoptionId, sha256 } = await onItsWay('ngozi');
        await adoption.decide({ adoptionId, answer: 'approve', note: '', sha256 });
      },
    },
    signed(8, '08:10', 'ngozi', 'Ngozi Okafor'),
    signed(7, '12:40', 'samira', 'Samira Haddad'),
    signed(6, '15:55', 'helen', 'Helen Pryce'),
  ];
}
