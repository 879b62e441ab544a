// An account as a sentence names it: with its platform, unless its own name says that already. Pure.

/** `Millrace Primary on Facebook`; an account that is called “Millrace on Bluesky” is on Bluesky by its name. */
export function nameInFull(name: string, platform: { readonly key: string; readonly name: string }): string {
  const said = ` ${bare(name)} `;
  const spoken = [platform.key, ...platform.name.split(/[()]/)].map(bare).filter((words) => words !== '');
  return spoken.some((words) => said.includes(` ${words} `)) ? name : `${name} on ${platform.name}`;
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
