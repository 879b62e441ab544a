// Pictures of those who are signed in: taken in at the door, and shown to whoever may read them.
import { openPicture, receivePicture, type Incoming } from '#features/media/index.ts';
import type { PersonActor } from '#kernel/actor.ts';
import type { App } from './compose.ts';

export type PictureSize = 'full' | 'thumbnail';

export interface OpenedPicture {
  readonly body: AsyncIterable<Uint8Array>;
  readonly contentType: string;
}

export interface Pictures {
  readonly limitBytes: number;
  /** @returns the id by which a post refers to it */
  receive(person: PersonActor, incoming: Incoming): Promise<string>;
  /** @throws not-found when it is not there, or not theirs to see */
  open(person: PersonActor, mediaId: string, size: PictureSize): Promise<OpenedPicture>;
}

export const createPictures = ({ as, ports, uploadLimit }: Pick<App, 'as' | 'ports' | 'uploadLimit'>): Pictures => ({
  limitBytes: uploadLimit,
  receive: (person, incoming) => receivePicture({ ports, as, limitBytes: uploadLimit }, person, incoming),
  async open(person, mediaId, size) {
    const media = await as(person).media.read({ mediaId });
    return { contentType: media.contentType, body: await openPicture(ports, person.scopeId, media, size) };
  },
});
