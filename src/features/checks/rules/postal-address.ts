// Finds postal addresses: United Kingdom postcodes, and a house number with a street.
import { isGivenAsOffice, ownContacts } from '../own-contacts.ts';
import { original, place, type Reading } from '../reading.ts';
import { quote, type Hit, type Rule } from '../rule.ts';

/** The 124 postcode areas of Royal Mail, with the Crown dependencies, BFPO and the old GIR. */
const areas = new Set(
  'ab al b ba bb bd bh bl bn br bs bt bx ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv ja je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze'.split(
    ' ',
  ),
);
const postcode = /(?<![\p{L}\p{N}])([a-z]{1,2})(\d[a-z\d]?)([\s-]{0,2})(\d[abd-hjlnp-uw-z]{2})(?![\p{L}\p{N}])/gu;
/** "1st", "4th", "2hr" and "1pt" after a letter and a figure ("KS2 1st place") are no end of a postcode unless in capitals. */
const counts = /^\d(?:st|nd|rd|th|hr|pt)$/;

const street =
  /(?<![\p{L}\p{N}£$€.,:-])(?:(?:flat|apartment|apt|unit|no\.?|number) ?\d{1,4}[a-z]?,? ?)?(\d{1,4}[a-z]?(?:[-/]\d{1,4})?),? ((?:[\p{L}'.-]{2,20} ){1,3}?)(street|st|road|rd|avenue|ave|lane|ln|drive|close|crescent|cres|court|terrace|gardens|gdns|grove|square|mews|place|way|walk|row|hill|rise|view|park|green|parade|villas|cottages|croft|fold|bank|brow)(?![\p{L}\p{N}])/gu;
const plainly = /^(?:street|road|rd|avenue|ave|lane|crescent|cres|terrace|gdns|mews)$/;
const counted =
  /(?:year|class|form|key stage|group|room|top|page|chapter|level|stage|grade|bus|route|junction|platform|team|unit|week|lesson|no|number|day|these|those|age|aged|score|top)\s$/;

const isStreet = (
  reading: Reading,
  start: number,
  end: number,
  kind: string,
  names: string,
  before: string,
): boolean => {
  if (counted.test(before) && !plainly.test(kind)) return false;
  if (
    /\b(?:children|pupils|people|mile|miles|metres?|minutes?|hours?|days?|times?|of|and|in|our|the|long|more|teams?|parents|families|january|february|march|april|may|june|july|august|september|october|november|december|am|pm|to|at|on)\b/.test(
      names,
    )
  )
    return false;
  const written = original(reading, start, end);
  return (
    /\d[a-zA-Z]?,? (?:\p{Lu}[\p{L}'’.-]+ ){1,3}\p{Lu}/u.test(written) ||
    (plainly.test(kind) &&
      /(?:live|lives|living|home|house|address|addressed|round|at|to|from|of)\b[^.!?\n]{0,20}$/.test(before))
  );
};

export const postalAddress: Rule = {
  name: 'postal-address',
  readsMedia: true,
  find: ({ reading, facts }) => {
    const own = ownContacts(facts);
    const hits: Hit[] = [];
    const add = (start: number, end: number, kind: string): void => {
      const words = original(reading, start, end);
      const where = place(reading, start, end);
      if (own.hasAddress(words)) return;
      const perhapsOwn = !own.known && isGivenAsOffice(reading.plain, start, end);
      hits.push({
        ...where,
        message: perhapsOwn
          ? `${quote(words)} is not on the list of the school’s own addresses.`
          : `${quote(words)} is ${kind}.`,
        remedy: perhapsOwn
          ? 'Check that it is the school’s published address.'
          : 'Leave the address out, or name the place without it.',
        contestable: true,
        ...(perhapsOwn ? { atMost: 'warn' as const } : {}),
      });
    };
    for (const match of reading.plain.matchAll(street)) {
      const [whole, , names = '', kind = ''] = match;
      const end = match.index + whole.length;
      if (
        isStreet(
          reading,
          match.index,
          end,
          kind,
          names,
          reading.plain.slice(Math.max(0, match.index - 30), match.index),
        )
      )
        add(match.index, end, 'a house and street');
    }
    for (const match of reading.plain.matchAll(postcode)) {
      const [whole, area = '', , gap = '', inward = ''] = match;
      if (!areas.has(area)) continue;
      const written = original(reading, match.index, match.index + whole.length);
      if (
        gap.includes('\n') ||
        (counts.test(inward) && written !== written.toUpperCase()) ||
        (gap === '' && whole.length < 6 && written !== written.toUpperCase()) ||
        (/[a-z]/.test(written) && /[A-Z]/.test(written) && !/^[A-Z]/.test(written))
      )
        continue;
      add(match.index, match.index + whole.length, 'a postcode');
    }
    return hits;
  },
};
