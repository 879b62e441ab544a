// What sheets of paper need from outside: somewhere to take an upload in, to clean a picture, and to keep a file locked.

export type ByteStream = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

interface Upload extends AsyncDisposable {
  readonly size: number;
  read(): Promise<Uint8Array>;
}

export interface PaperPorts {
  receive(
    body: ByteStream,
    limits: { readonly limitBytes: number; readonly announcedBytes?: number | undefined },
  ): Promise<Upload>;
  readonly pictures: {
    /** Fails with `invalid` and a code that says what to do instead. */
    clean(source: { readonly size: number; read(): Promise<Uint8Array> }): Promise<{
      readonly bytes: Uint8Array;
      readonly sha256: string;
      readonly contentType: 'image/jpeg' | 'image/png';
    }>;
  };
  readonly files: {
    put(
      bytes: ByteStream,
      options: { readonly school: string; readonly limitBytes: number },
    ): Promise<{ readonly address: string }>;
    read(address: string, options: { readonly school: string }): Promise<AsyncIterable<Uint8Array>>;
  };
}
