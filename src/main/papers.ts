// Sheets of paper with signatures: photographed and taken in at the door, and shown to whoever may read them.
import { openPaper, receivePaper } from '#features/acknowledgement/index.ts';
import type { PersonActor } from '#kernel/actor.ts';
import type { App } from './compose.ts';
import type { OpenedPicture } from './pictures.ts';

type Body = Parameters<typeof receivePaper>[2]['body'];

export interface Papers {
  readonly limitBytes: number;
  /** @returns the id of the sheet */
  receive(person: PersonActor, body: Body, announcedBytes?: number): Promise<string>;
  /** @throws not-found when it is not there, or not theirs to see */
  open(person: PersonActor, paperId: string): Promise<OpenedPicture>;
}

export const createPapers = ({ as, ports, uploadLimit }: Pick<App, 'as' | 'ports' | 'uploadLimit'>): Papers => ({
  limitBytes: uploadLimit,
  receive: (person, body, announcedBytes) =>
    receivePaper({ ports, as, limitBytes: uploadLimit }, person, { body, announcedBytes }),
  async open(person, paperId) {
    const paper = await as(person).acknowledgement.readPaper({ paperId });
    return { contentType: paper.contentType, body: await openPaper(ports, person.scopeId, paper) };
  },
});
