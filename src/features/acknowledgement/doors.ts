// The two doors of sheets of paper: in, by way of cleaning and locking; out, as a stream. Both work outside any transaction.
import { systemActor, type PersonActor, type SystemActor } from '#kernel/actor.ts';
import { fail } from '#kernel/errors.ts';
import { recorders } from './access.ts';
import type { ByteStream, PaperPorts } from './ports.ts';

/** As much of the feature as this door needs. */
interface PaperApi {
  readonly acknowledgement: {
    addPaper(input: {
      personId: string;
      address: string;
      sha256: string;
      contentType: 'image/jpeg' | 'image/png';
      bytes: number;
    }): Promise<{ readonly paperId: string }>;
  };
}

export interface PaperDoor {
  readonly ports: PaperPorts;
  readonly as: (actor: SystemActor) => PaperApi;
  readonly limitBytes: number;
}

/** Takes the photograph of a sheet in. Nothing of the original file is kept. @returns the id of the sheet @throws for whoever records none */
export async function receivePaper(
  { ports, as, limitBytes }: PaperDoor,
  person: PersonActor,
  incoming: { readonly body: ByteStream; readonly announcedBytes?: number | undefined },
): Promise<string> {
  // Before anything is read: nobody else’s file is decoded and kept.
  if (!recorders.allows(person)) {
    throw fail.forbidden({
      code: 'not-yours-to-do',
      message: `Only ${recorders.words} may bring in a sheet.`,
      remedy: 'Give the sheet to one of them.',
    });
  }
  const school = person.scopeId;
  await using upload = await ports.receive(incoming.body, { limitBytes, announcedBytes: incoming.announcedBytes });
  const clean = await ports.pictures.clean(upload);
  const { address } = await ports.files.put([clean.bytes], { school, limitBytes: clean.bytes.length });
  const { paperId } = await as(systemActor(school, 'acknowledgement.receivePaper')).acknowledgement.addPaper({
    personId: person.personId,
    address,
    sha256: clean.sha256,
    contentType: clean.contentType,
    bytes: clean.bytes.length,
  });
  return paperId;
}

/** @param paper as `acknowledgement.readPaper` gives it: whoever may not read it has nothing to open */
export const openPaper = (
  { files }: Pick<PaperPorts, 'files'>,
  school: string,
  paper: { readonly address: string },
): Promise<AsyncIterable<Uint8Array>> => files.read(paper.address, { school });
