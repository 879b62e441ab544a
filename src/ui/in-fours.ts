// A code in groups of four characters, so that two can be compared by eye. Pure.

export const inFours = (code: string): string =>
  code
    .replace(/\s+/g, '')
    .match(/.{1,4}/g)
    ?.join(' ') ?? '';
