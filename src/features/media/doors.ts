// The two doors of pictures: in, by way of cleaning and locking; out, as a stream. Both work outside any transaction.
import { systemActor, type PersonActor, type SystemActor } from '#kernel/actor.ts';
import type { ByteStream, CleanPicture, FileStore, PictureCleaner, ReceiveUpload, StoredFile } from './ports.ts';
import type { MediaFacts } from './queries.ts';

export interface PicturePorts {
  readonly receive: ReceiveUpload;
  readonly pictures: PictureCleaner;
  readonly files: FileStore;
}

/** As much of the media feature as this door needs. */
interface MediaApi {
  readonly media: {
    add(
      input: Omit<MediaFacts, 'id' | 'contentType'> & { personId: string; contentType: CleanPicture['contentType'] },
    ): Promise<{
      readonly mediaId: string;
    }>;
  };
}

export interface Incoming {
  readonly body: ByteStream;
  /** What the sender says it will send (Content-Length). */
  readonly announcedBytes?: number | undefined;
  /** The name it had on their device, as sent. */
  readonly originalName: string;
}

export interface PictureDoor {
  readonly ports: PicturePorts;
  readonly as: (actor: SystemActor) => MediaApi;
  readonly limitBytes: number;
}

/**
 * Takes a picture in for somebody who is signed in. Nothing of the original is kept; a failure leaves no entry.
 * @returns the id by which a post refers to it
 */
export async function receivePicture(door: PictureDoor, person: PersonActor, incoming: Incoming): Promise<string> {
  const { ports, limitBytes } = door;
  const school = person.scopeId;
  await using upload = await ports.receive(incoming.body, { limitBytes, announcedBytes: incoming.announcedBytes });
  const clean = await ports.pictures.clean(upload);
  const [full, thumbnail] = [
    await stored(ports.files, school, clean),
    await stored(ports.files, school, clean.thumbnail),
  ];
  const { mediaId } = await door.as(systemActor(school, 'media.receive')).media.add({
    personId: person.personId,
    address: full.address,
    thumbnailAddress: thumbnail.address,
    sha256: clean.sha256,
    contentType: clean.contentType,
    bytes: clean.bytes.length,
    width: clean.width,
    height: clean.height,
    originalName: incoming.originalName,
  });
  return mediaId;
}

const stored = (files: FileStore, school: string, { bytes }: CleanPicture): Promise<StoredFile> =>
  files.put([bytes], { school, limitBytes: bytes.length });

/** @param media as `media.read` gives it: whoever may not read it has nothing to open */
export function openPicture(
  { files }: Pick<PicturePorts, 'files'>,
  school: string,
  media: Pick<MediaFacts, 'address' | 'thumbnailAddress'>,
  size: 'full' | 'thumbnail',
): Promise<AsyncIterable<Uint8Array>> {
  return files.read(size === 'full' ? media.address : media.thumbnailAddress, { school });
}
