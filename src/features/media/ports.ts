// What media needs from outside itself: somewhere to take an upload in, to clean a picture, and to keep a file.

export type ByteStream = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** An upload as it arrived. It lies in a file without a name, which is gone when disposed of, and also after a crash. */
export interface ReceivedUpload extends AsyncDisposable {
  readonly size: number;
  /** Hexadecimal, of the bytes as they arrived. */
  readonly sha256: string;
  read(): Promise<Uint8Array>;
}

export interface UploadLimits {
  readonly limitBytes: number;
  /** What the sender says it will send (Content-Length); refused before the first byte if that is too much already. */
  readonly announcedBytes?: number | undefined;
}

/** Fails with `invalid` and code `upload-too-large` as soon as the limit is passed, `unavailable` when the disk is full. */
export type ReceiveUpload = (body: ByteStream, limits: UploadLimits) => Promise<ReceivedUpload>;

/** A picture whose bytes we made ourselves: nothing of the original file but what can be seen. */
export interface CleanPicture {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly contentType: 'image/jpeg' | 'image/png';
  /** In points, as seen upright. */
  readonly width: number;
  readonly height: number;
}

export interface CleanedPicture extends CleanPicture {
  readonly thumbnail: CleanPicture;
}

export interface PictureSource {
  readonly size: number;
  read(): Promise<Uint8Array>;
}

export interface PictureCleaner {
  /** The same picture gives the same bytes. Fails with `invalid` and a `picture-…` code that says what to do instead. */
  clean(source: PictureSource): Promise<CleanedPicture>;
}

export interface StoredFile {
  /** Where the file lies; equal files of one school share an address, those of two schools never do. */
  readonly address: string;
  readonly sha256: string;
  readonly size: number;
}

/** Keeps files locked, each school's apart. An address means nothing without its school. */
export interface FileStore {
  put(bytes: ByteStream, options: { readonly school: string; readonly limitBytes: number }): Promise<StoredFile>;
  /**
   * Fails with `not-found` before the first byte. A stream that throws half-way was damaged and must be thrown away:
   * the last piece is only handed on once the whole has been checked against the address.
   */
  read(address: string, options: { readonly school: string }): Promise<AsyncIterable<Uint8Array>>;
  exists(address: string, options: { readonly school: string }): Promise<boolean>;
  /**
   * Gone for good; nothing happens if it was gone already. Equal files share one address, so the caller, holding a
   * lock on that address, makes sure that nothing else points to it.
   */
  remove(address: string, options: { readonly school: string }): Promise<void>;
}
