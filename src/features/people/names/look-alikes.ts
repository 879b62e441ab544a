// Which letters can stand in for which: the disguises a name may wear, and the letter each one stands for.

/** Letters of other alphabets, and drawn letters without a Unicode decomposition, that read as a Latin letter. */
const disguises: Readonly<Record<string, string>> = {
  a: 'аАαΑɑᴀ⍺ꭺᎪᗩꓮⲀⲁȺⱥɐ',
  b: 'вВβΒʙЬьᏴᖯᗷꓐⲂⲃɃƀƂƃ',
  c: 'сСϲϹᴄⅽᏟᑕꓚⲤⲥȻȼƇƈ',
  d: 'ԁԀᴅɗᎠᗪꓓƊɖƉ',
  e: 'еЕэєεΕҽᴇɛᎬ℮ᗴꓰⲈⲉɆɇƐɘǝƎ',
  f: 'ϝꜰƒғҒϜᖴꓝꬵ',
  g: 'ɡԍɢցᏀꓖǤǥƓɠ',
  h: 'нНһҺΗʜհᎻᕼꓧⲎⲏɦⱧⱨ',
  i: 'іІιΙıɪɩӏӀᎥꓲⲒⲓƗɨ',
  j: 'јЈϳᴊᎫᒍꓙȷɈɉ',
  k: 'кКκΚᴋᏦꓗⲔⲕⱩⱪ',
  l: 'ʟⅼӀᏞᒪꓡȽƚⱠⱡɫ',
  m: 'мМΜᴍⅿᎷᗰꓟⲘⲙɱ',
  n: 'пПηΝɴոռᑎꓠⲚⲛƝɲȠƞ',
  o: 'оОοΟσօՕᴏ๐०০೦ᗝꓳⲞⲟƟɵ',
  p: 'рРρΡᴘᏢᑭꓑⲢⲣƤƥⱣᵽ',
  q: 'ԛԚզᑫꞯɊɋʠ',
  r: 'гГʀᴦᏒᖇꓣɌɍⱤɽ',
  s: 'ѕЅꜱʂՏᏚᔕꓢȿⱾ',
  t: 'тТτΤᴛᎢꓔⲦⲧƬƭƮʈȾⱦ',
  u: 'υսᴜՍʋᑌꓴɄʉƲ',
  v: 'νѵѴᴠᏙᐯꓦ',
  w: 'ԝԜωшᴡᎳᗯꓪⱲⱳ',
  x: 'хХχΧ᙭ꓫⲬⲭ',
  y: 'уУγΥүҮʏꓬⲨⲩƳɎɏ',
  z: 'ΖᴢᏃᘔꓜƵƶȤȥⱫⱬ',
};

/** Latin letters which Unicode does not take apart, written as English writers copy them. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'ss', æ: 'ae', Æ: 'ae', œ: 'oe', Œ: 'oe', ø: 'o', Ø: 'o', đ: 'd', Đ: 'd', ð: 'd', Ð: 'd', þ: 'th', Þ: 'th',
  ł: 'l', Ł: 'l', ŋ: 'n', Ŋ: 'n', ħ: 'h', Ħ: 'h', ŧ: 't', Ŧ: 't', ĸ: 'k', ə: 'e', Ə: 'e', ƙ: 'k', Ƙ: 'k', ƴ: 'y', ɓ: 'b', Ɓ: 'b',
}; // prettier-ignore

const looksLike = new Map<string, string>();
for (const [letter, others] of Object.entries(disguises)) {
  for (const other of others) if (!looksLike.has(other)) looksLike.set(other, letter);
}
const spelled = new Map(Object.entries(spelledOut));

/** Flags and boxed letters (🇦, 🅰, 🅐) lie in alphabetical rows, so their letter is a matter of counting. */
const letterRows: readonly (readonly [first: number, last: number])[] = [
  [0x1f1e6, 0x1f1ff],
  [0x1f150, 0x1f169],
  [0x1f170, 0x1f189],
];

/** The Latin letters that one non-ASCII character may be read as, or undefined when it looks like none. */
export const readsAs = (character: string): string | undefined => {
  const known = spelled.get(character) ?? looksLike.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  for (const [first, last] of letterRows) {
    if (code >= first && code <= last) return String.fromCodePoint(97 + code - first);
  }
  return undefined;
};

/** Digits and signs put in for letters ("Br0wn", "Ame1ia", "$am"), with each letter they may stand for. */
export const standsFor: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'li',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'bg',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'il',
  '|': 'li',
  '€': 'e',
  '£': 'e',
  '¡': 'i',
};
