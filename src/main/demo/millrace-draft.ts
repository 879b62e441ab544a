// A draft of the policy at Millrace that is still being written: two people's edits, an answer that would be stricter, a comment.
import type { Scene } from './school.ts';
import type { When } from './school-days.ts';
import type { Stage } from './stage.ts';

const NAME = 'Livestreams and group chats';
type Drafting = Awaited<ReturnType<Stage['as']>>['drafting'];

export function millraceDraft(stage: Stage, { schoolDay }: When): readonly Scene[] {
  const begun = async (person: string) => {
    const { drafting } = await stage.as(person);
    const draft = (await drafting.list({})).drafts.find(({ name }) => name === NAME);
    if (!draft) throw new Error('No such draft is being written at Millrace.');
    return { drafting, draftId: draft.id };
  };
  return [
    {
      at: schoolDay(6, '16:30'),
      play: async () => {
        const { drafting } = await stage.as('daniel');
        const { draftId } = await drafting.begin({ from: 'in-force', name: NAME });
        await drafting.addClause({
          draftId,
          under: 'General guidelines',
          title: 'Livestreams are agreed beforehand',
          text: 'Nothing of the school is livestreamed unless the headteacher has agreed to it in writing that week.',
          binds: ['staff', 'volunteers'],
          restsOn: ['posts.exact-approval'],
        });
        await reword(
          drafting,
          draftId,
          'TP-35',
          'Enquiries are passed to the headteacher on the day that they arrive.',
        );
      },
    },
    {
      at: schoolDay(5, '12:50'),
      play: async () => {
        const { drafting, draftId } = await begun('helen');
        await reword(
          drafting,
          draftId,
          'TP-31',
          'A pleasant, positive tone and good manners are kept online, in group chats as on our pages.',
        );
        const { revision } = await drafting.readSetting({ draftId, settingId: 'ack.days' });
        await drafting.saveSetting({ draftId, settingId: 'ack.days', revision, is: 14, by: ['TP-73'] });
        await drafting.comment({ draftId, clauseId: 'TP-35', words: 'Also in the holidays? The office is shut then.' });
      },
    },
  ];
}

/** Gives a clause other words and leaves everything else of it as it is. */
async function reword(drafting: Drafting, draftId: string, clauseId: string, text: string): Promise<void> {
  const { clause, revision } = await drafting.readClause({ draftId, clauseId });
  const { number, title, under, force, binds, restsOn } = clause;
  await drafting.saveClause({
    draftId,
    clauseId,
    revision,
    number,
    title,
    under,
    text,
    force: force as 'must',
    binds: [...binds],
    restsOn: [...restsOn],
  });
}
