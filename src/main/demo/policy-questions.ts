// Questions about the policy and departures from it, as people of the demo asked, answered and decided them.
import type { Scene } from './school.ts';
import type { When } from './school-days.ts';
import type { Stage } from './stage.ts';

const at = (moment: Temporal.Instant, play: () => Promise<void>): Scene => ({ at: moment, play });

/** The newest question that somebody may answer. */
async function newestFor(stage: Stage, person: string): Promise<string> {
  const { questions } = await (await stage.as(person)).questions.list({});
  const question = questions.find(({ mayAnswer }) => mayAnswer);
  if (!question) throw new Error(`No question of the demo waits for ${person}.`);
  return question.id;
}

/** Under `tpat`: one answered and published beside its clause, one that waits for the headteacher, and a departure that does. */
export function millraceQuestions(stage: Stage, when: When): readonly Scene[] {
  const { schoolDay } = when;
  return [
    at(schoolDay(12, '15:50'), async () => {
      const words = 'Is a text message from a parent written permission for a photograph?';
      await (await stage.as('priya')).questions.ask({ clauseId: 'TP-40', words });
    }),
    at(schoolDay(11, '08:20'), async () => {
      const questionId = await newestFor(stage, 'ngozi');
      const { questions } = await stage.as('ngozi');
      const words = 'Yes, once the office has put it on the child’s file. A word at the gate is not enough.';
      await questions.answer({ questionId, words });
      await questions.publishNote({
        questionId,
        words: 'A text message from a parent counts as written once the office has put it on the child’s file.',
      });
    }),
    at(schoolDay(6, '16:20'), async () => {
      const { departures } = await stage.as('samira');
      await departures.open({
        kind: 'afterwards',
        clauseId: 'TP-61',
        on: when.dateBack(6),
        time: '12:50',
        action: 'I looked at my own messages on my telephone in the staff room, twice, over lunch.',
        justification: 'My mother was being taken to hospital.',
      });
    }),
    at(schoolDay(2, '16:10'), async () => {
      const words = 'May I livestream the carol service for grandparents who live abroad?';
      await (await stage.as('joel')).questions.ask({ words });
    }),
  ];
}

/** Under `st-nicholas`: one told afterwards and accepted, one for which leave is asked. */
export function stBridesDepartures(stage: Stage, when: When): readonly Scene[] {
  const { schoolDay } = when;
  return [
    at(schoolDay(9, '16:30'), async () => {
      const { departures } = await stage.as('bethany');
      await departures.open({
        kind: 'afterwards',
        clauseId: 'SN-46',
        on: when.dateBack(9),
        time: '10:40',
        action: 'I used my own telephone during a lesson to look up which bus had broken down.',
        justification: 'Eleven pupils had not arrived, and the office line was engaged.',
        advice: 'Anna Kowalczyk agreed beforehand.',
      });
    }),
    at(schoolDay(8, '08:15'), async () => {
      const { departures } = await stage.as('ruth');
      const [waiting] = (await departures.list({})).departures.filter(({ mayDecide }) => mayDecide);
      if (!waiting) throw new Error('No departure of the demo waits for its headteacher.');
      const { hash } = await departures.read({ departureId: waiting.id });
      const note = 'Rightly done. The office will have a second line from January.';
      await departures.decide({ departureId: waiting.id, answer: 'accept', note, hash });
    }),
    at(schoolDay(1, '15:55'), async () => {
      const { departures } = await stage.as('bethany');
      await departures.open({
        kind: 'beforehand',
        clauseId: 'SN-90',
        on: when.dateAhead(3),
        time: '09:00',
        untilOn: when.dateAhead(5),
        action: 'To be in a group chat with the parents who come along to the residential, on my own account.',
        justification: 'There is no signal for school telephones there, and parents need to know when we are late.',
      });
    }),
  ];
}
