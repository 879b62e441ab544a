// Is an account that somebody saw one of the school's? Compared by name, handle and address. Pure.

export interface Official {
  readonly name: string;
  readonly handle: string;
  readonly address: string;
}

/** @returns the official account that the words name, or that the address belongs to */
export function officialOf<T extends Official>(asked: string, accounts: readonly T[]): T | null {
  const wanted = bare(asked);
  if (wanted === '') return null;
  return (
    accounts.find(({ name, handle, address }) =>
      [name, handle, address].some((known) => {
        const ours = bare(known);
        // a post or a picture of the account stands below its address
        return (
          ours !== '' && (wanted === ours || (known === address && ours.includes('/') && wanted.startsWith(`${ours}/`)))
        );
      }),
    ) ?? null
  );
}

/** Without what does not tell two accounts apart: case, spaces, the sign before a handle, how the web address begins and ends. */
function bare(text: string): string {
  const plain = text.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/gu, ' ');
  const url = /^(?:https?:\/\/)?(?:www\.|m\.|mobile\.)?([^\s?#]+)/u.exec(plain)?.[1] ?? '';
  return (plain.includes('/') ? url.replace(/\/+$/u, '') : plain).replace(/^@/u, '');
}
