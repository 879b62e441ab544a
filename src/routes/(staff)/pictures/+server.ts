// Takes in a picture for the page's script: the body is the file itself, streamed and never held whole.
import { internalProblem, problemOf } from '#surfaces/web/problem.ts';
import type { RequestHandler } from './$types';

const TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/heic',
  'image/heif',
  'application/octet-stream',
];
/** A form of another site cannot send it, and script of another site would have to ask first. */
const OURS = 'x-gatepost-picture';

export const POST: RequestHandler = async ({ request, locals }) => {
  const { actor, gatepost } = locals;
  const { headers, body } = request;
  if (actor.kind !== 'person') return Response.json({ message: 'You are not signed in.' }, { status: 401 });
  if (!headers.has(OURS))
    return Response.json({ message: 'This address takes pictures from the composer only.' }, { status: 403 });
  if (!TYPES.includes(headers.get('content-type')?.split(';')[0]?.trim() ?? '')) {
    return Response.json(
      { message: 'This is not a picture.', remedy: 'Choose a photograph: JPEG, PNG, WebP or AVIF.' },
      { status: 415 },
    );
  }
  const announced = Number(headers.get('content-length') ?? Number.NaN);
  try {
    const mediaId = await gatepost.pictures.receive(actor, {
      // Not cancelled when it is too large: that would cut the line before the answer is through.
      body: body?.values({ preventCancel: true }) ?? [],
      announcedBytes: Number.isFinite(announced) ? announced : undefined,
      originalName: nameOf(headers.get(OURS)),
    });
    return Response.json({ mediaId }, { status: 201 });
  } catch (error) {
    void letPass(body);
    const problem = problemOf(error);
    if (!problem) gatepost.log.error('A picture could not be taken in.', { error });
    const { code, message, remedy, status } = problem ?? internalProblem();
    return Response.json({ code, message, remedy }, { status: code === 'upload-too-large' ? 413 : status });
  }
};

/** A sender that is still busy only then looks at the answer. */
async function letPass(body: ReadableStream<Uint8Array> | null): Promise<void> {
  await body?.pipeTo(new WritableStream()).catch(() => undefined);
}

/** The name on their device, percent-encoded because a header holds no other alphabet. */
function nameOf(header: string | null): string {
  try {
    return decodeURIComponent(header ?? '').slice(0, 300);
  } catch {
    return '';
  }
}
