// Promises and undertakings made on the school's behalf. A plain announcement ("We will be closed on Monday") is none.
import { phrases } from './phrases.ts';

const we = `(we|the school|our school|the trust|our trust|the academy|governors|the governors|i|the headteacher|staff|our staff|our teachers|teachers)`;
const child = `((every|each|all|any|no) ((of (our|your|the)|single|one of our) )?((year \\d{1,2}|our|new) )?(child|children|pupil|pupils|student|students|family|families|parent|parents|carer|carers|one)|everyone|everybody|nobody|no one|your child|your children|you)`;

export const promises = phrases(`
${we} (can |do |hereby |absolutely |fully |solemnly |also |now |will |would like to )?(guarantee|guarantees|promise|promises|pledge|pledges|vow|swear|undertake|undertakes|assure|give (you |parents |families |everyone )?(our|my) word|commit to|commits to)
(guaranteed|guarantee that|we're committing to|we are committing to|we have committed to|we have promised|we've promised|as promised we will|our promise to (you|parents|families|every)|our pledge to|our guarantee|our commitment to you|you have our word|you have my word|that's a promise|that is a promise|money back guarantee|cast iron|without fail|no matter what|come what may|rest assured|whatever it takes|at any cost|you can count on us to|you can rely on us to|hold us to)
${we}( will|'ll| shall) (always|never|definitely|certainly|absolutely|personally|ensure|make sure|see to it|make certain|refund|reimburse|compensate|pay|cover|fund|replace|repair|fix|resolve|solve|sort|stop|prevent|eliminate|eradicate|guarantee|provide every|give every|offer every|buy every|deliver|double|triple|halve|match|beat|raise|build|hire|recruit|employ|install|introduce|reopen|keep (the|every|all|your|our)|protect|not (raise|increase|close|cut|charge|change|let|allow|tolerate|rest|stop)|have (it|this|the|them|everything|a new|new) … (fixed|ready|sorted|open|finished|built|completed|installed|repaired|replaced|resolved|back)|answer every|reply to every|reply within|respond within|respond to every|get back to (you|everyone|every))
${child} (will|shall|is going to|are going to|are guaranteed to|is guaranteed to|is certain to|are certain to) (always |definitely |certainly |now )?(get|receive|have (a|an|their own|access)|be given|be offered|be provided|achieve|pass|make (at least|expected|good)|reach|leave (us |school )?(able|reading)|be able to (read|swim)|be refunded|be reimbursed|be taught|get into|win|be safe|be heard|ever (have|pay|be))
(will|shall|'ll) be (fully |completely |personally )?(refunded|reimbursed|compensated|paid back|replaced free|resolved by|fixed by|ready by|finished by|completed by|open by|sorted by|reinstated|given (a )?(refund|place|priority))
(will|shall|'ll) (definitely|certainly|absolutely|unquestionably|undoubtedly) (be|have|get|open|receive|win|pass|stay|not|happen|go)
(there will|there'll) (never|always|definitely|certainly) be
(will|shall) never (happen|be|have to|need to|cost|close|charge|raise|allow|let|again)
(places?|spaces?|refunds?|success|results?|safety|a place|admission|satisfaction) (is|are) (guaranteed|assured|certain)
(free|no charge|no cost) (for ever|forever|for life|always)
(full|immediate|no quibble) refund (if|for|to|will)
by (christmas|easter|september|january|next (year|term|week|month)|the end of (the )?(term|year|month|week)|\\d{4}) (we|the school|every|all|our) (will|shall) (have|be|every|all|offer|provide|achieve) …
`);
