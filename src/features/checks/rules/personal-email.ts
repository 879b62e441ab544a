// Finds e-mail addresses that are not the school's own, also when written out ("jo at gmail dot com").
import { isGivenAsOffice, ownContacts } from '../own-contacts.ts';
import { original, place } from '../reading.ts';
import { quote, type Hit, type Rule } from '../rule.ts';

const written =
  /(?<![a-z0-9._%+-])[\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]{0,62}[\p{L}\p{N}_+-])?@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,5}[\p{L}]{2,24}(?![\p{L}\p{N}])/gu;
const at = String.raw`(?: ?[([{<] ?(?:at|@|a t|arroba) ?[)\]}>] ?| at | ?@ ?)`;
const dot = String.raw`(?: ?[([{<] ?(?:dot|\.|d o t) ?[)\]}>] ?| dot | ?\. ?)`;
/** Providers and endings which make "at" and "dot" an address: nobody says "meet at gmail dot com" of a place. */
const spoken = new RegExp(
  String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}._-]{1,40}(?:${dot}[\p{L}\p{N}]{1,20})?${at}[\p{L}\p{N}-]{2,30}(?:${dot}(?:co|ac|sch|gov|org|nhs))?${dot}(?:com|net|org|uk|co|me|io|info|email|eu|ie)(?![\p{L}\p{N}])`,
  'gu',
);

const shared =
  /^(?:office|admin|administration|enquiries|enquiry|info|hello|contact|school|reception|head|headteacher|secretary|bursar|finance|admissions|attendance|absence|senco|send|safeguarding|pta|governors|clerk|jobs|recruitment|press|trust|dpo|data|website|webmaster)[.@0-9_-]/;

export const personalEmail: Rule = {
  name: 'personal-email',
  readsMedia: true,
  find: ({ reading, facts }) => {
    const own = ownContacts(facts);
    const hits: Hit[] = [];
    for (const search of [written, spoken]) {
      for (const match of reading.plain.matchAll(search)) {
        const start = match.index;
        const end = start + match[0].length;
        const where = place(reading, start, end);
        if (hits.some((hit) => hit.start < where.end && where.start < hit.end)) continue;
        const address = match[0]
          .replace(new RegExp(at, 'u'), '@')
          .replaceAll(new RegExp(dot, 'gu'), '.')
          .replace(/\s/g, '');
        const host = address.slice(address.lastIndexOf('@') + 1);
        if (own.hasEmail(address) || (shared.test(address) && own.hasHost(host))) continue;
        const perhapsOwn = !own.known && (shared.test(address) || isGivenAsOffice(reading.plain, start, end));
        hits.push({
          ...where,
          message: perhapsOwn
            ? `${quote(original(reading, start, end))} is not on the list of the school’s own addresses.`
            : `${quote(original(reading, start, end))} is somebody’s e-mail address.`,
          remedy: perhapsOwn
            ? 'Check that it is the school’s published address.'
            : 'Give the school’s published address instead.',
          contestable: true,
          ...(perhapsOwn ? { atMost: 'warn' as const } : {}),
        });
      }
    }
    return hits;
  },
};
