// Media: pictures, received and cleaned at the door, described, and shut away where they could do harm.
import { defineFeature } from '#kernel/feature.ts';
import { addMedia } from './actions/add-media.ts';
import { quarantineMedia } from './actions/quarantine-media.ts';
import { readMedia } from './actions/read-media.ts';
import { readPublishedMedia } from './actions/read-published-media.ts';
import { mediaControls } from './controls.ts';

export { ALT_TEXT_LIMIT, altTextProblem, type AltTextProblem } from './alt-text.ts';
export { openPicture, receivePicture, type Incoming, type PictureDoor } from './doors.ts';
export { pictureQuarantined } from './events.ts';
export {
  consentIsNeeded,
  pictureStanding,
  type ChildrenStatement,
  type ConsentMode,
  type PictureFacts,
  type PictureStanding,
} from './media.ts';
export { mediaByIds, type MediaRow } from './queries.ts';

export const media = defineFeature({
  name: 'media',
  summary: 'Pictures: received, cleaned, described, and shut away where they could do harm.',
  actions: [addMedia, readMedia, readPublishedMedia, quarantineMedia],
  controls: mediaControls,
});
