// Every guide there is, in the order in which the library shows them.
import type { Guide } from '../guide.ts';
import { beingKind, ownPicturesAtEvents, privateThoughts } from './everybody.ts';
import { holdingBack, signing, whenItGoesWrong } from './oneself.ts';
import { accountsInOrder, beforeYouPost, picturesOfChildren } from './posting.ts';

export const guides: readonly Guide[] = [
  beforeYouPost,
  picturesOfChildren,
  accountsInOrder,
  privateThoughts,
  holdingBack,
  signing,
  whenItGoesWrong,
  ownPicturesAtEvents,
  beingKind,
];
