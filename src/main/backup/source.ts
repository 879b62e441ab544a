// Bytes pulled from a stream in the amounts a reader wants, and how far it has come.
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface Source {
  /** How many bytes have been taken. */
  readonly position: number;
  /** Exactly so many bytes; fewer only where the stream ends. */
  upTo(length: number): Promise<Buffer>;
  /** What is there already, else what comes next; nothing where the stream has ended. */
  some(): Promise<Buffer>;
  /** As `upTo`, but left there to be taken again. */
  peek(length: number): Promise<Buffer>;
  /** To the next line end and with it; null when the stream ends first, or the line is longer. */
  line(longest: number): Promise<Buffer | null>;
  atEnd(): Promise<boolean>;
  close(): Promise<void>;
}

export function createSource(bytes: Bytes): Source {
  const from = flow(bytes);
  let held: Buffer[] = [];
  let size = 0;
  let position = 0;

  /** Reads on until so much is held, or the stream has ended. */
  async function fill(length: number): Promise<void> {
    while (size < length) {
      const next = await from.next();
      if (next.done === true) return;
      if (next.value.length === 0) continue;
      held.push(Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length));
      size += next.value.length;
    }
  }

  function joined(): Buffer {
    if (held.length !== 1) held = [Buffer.concat(held)];
    return held[0]!;
  }

  function take(length: number): Buffer {
    const all = joined();
    const taken = all.subarray(0, length);
    held = taken.length === all.length ? [] : [all.subarray(taken.length)];
    size -= taken.length;
    position += taken.length;
    return taken;
  }

  return {
    get position() {
      return position;
    },
    async upTo(length) {
      await fill(length);
      return take(Math.min(length, size));
    },
    async some() {
      await fill(1);
      return take(size);
    },
    async peek(length) {
      await fill(length);
      return joined().subarray(0, length);
    },
    async line(longest) {
      for (let wanted = 1; wanted <= longest; wanted = size + 1) {
        await fill(wanted);
        const end = joined().indexOf(0x0a);
        if (end >= 0) return end < longest ? take(end + 1) : null;
        if (size < wanted) return null;
      }
      return null;
    },
    async atEnd() {
      await fill(1);
      return size === 0;
    },
    close: async () => void (await from.return(undefined)),
  };
}

async function* flow(bytes: Bytes): AsyncGenerator<Uint8Array, undefined> {
  yield* bytes;
  return undefined;
}
