// Where children are or will be: a group, a way of going or a place, and a time that is still to come.
import { phrases } from './phrases.ts';

export const group = phrases(`
(year|yr|y) ?\\d{1,2}s?( and (year |yr |y)?\\d{1,2})?
(reception|nursery|eyfs|ks1|ks2|key stage (1|2|one|two)|infants|juniors|sixth form|(class|form) \\p{L}{2,15}|\\p{L}{3,15} class|\\d{1,2}[a-z]{1,2}|p[1-7])
(our|the|all|some( of our)?|these|your|my) ((\\p{L}{3,12}|year \\d{1,2}) ){0,2}(children|pupils|students|boys|girls|team|teams|choir|orchestra|band|squad|cubs|brownies|beavers|club|class|classes|leavers|prefects|ambassadors|councillors|cross country runners|runners|swimmers|footballers|netballers)
(children|pupils|students|boys|girls|\\p{L}+ team)
(football|netball|rugby|hockey|cricket|athletics|swimming|chess|cross country|eco|gardening|walking bus|forest school|after school|breakfast|drama|dance|gymnastics|running) (team|squad|club|group)
walking bus
`);

export const going = phrases(`
(will|'ll) (all )?(be|be (at|in|on|visiting|going|walking|travelling|leaving|swimming|performing|playing|singing|camping|staying|arriving|waiting|meeting|taking part)|go|walk|visit|travel|leave|depart|set off|arrive|meet|return|come back|swim|perform|play|sing|camp|stay|wait|board|catch|head)( (back|off|down|over|out|up))?
(is|are|'re|am) ((all|now|currently|off|back|just|still|also) ){0,2}(at|in|on|going|off|visiting|walking|travelling|heading|taking|leaving|setting off|swimming|performing|playing|singing|camping|staying|waiting|meeting|arriving|returning|out|down at|over at|on (the|their) way|on route|en route|boarding|catching|taking part|spending|having)
(leave|leaves|leaving|departs?|departing|meet|meets|meeting|walk|walks|go|goes|visit|visits|travel|travels|arrive|arrives|swim|swims|train|trains|practise|practises|gather|gathers|wait|waits|play|plays|perform|performs|return|returns|set off|sets off|head|heads)
(find|see|catch|join|spot|watch) (us|them|our|the|year|class|reception|nursery|ks1|ks2)
(get|gets|getting) (off|on|out of)
(can be found|to be found|you can find|you will find|come and find|come and see|look out for) (us|them|our|the|year)?
(collected|picked up|dropped off|drop off|pick up|pick them up) (from|at|outside|by)
`);

/** Places away from the school's own grounds. */
export const away = phrases(`
(to|at|in|from|outside|on|near|by|along|around|visiting|visit|through|via|towards|into) ((the|our|a|local|nearby|their|big|old|new|town|city|village|county|national|public) ){0,3}((\\p{L}{2,16}('s)? ){0,3})(park|museum|zoo|farm|library|beach|pool|baths|theatre|cinema|church|cathedral|mosque|synagogue|temple|chapel|gurdwara|mandir|centre|center|station|bus stop|woods?|forest|river|lake|reservoir|castle|stadium|gallery|camp|campsite|hostel|market|shops?|supermarket|square|high street|car park|pier|harbour|aquarium|arena|leisure centre|sports centre|leisure|gym|rink|hall farm|village hall|town hall|city hall|fire station|police station|hospital|care home|hotel|airport|ferry|terminal|cafe|restaurant|gardens|nature reserve|reserve|observatory|planetarium|safari|adventure|activity centre|outdoor centre|outward bound|fields|common|green|moor|hill|mountain|quarry|cave|caves|canal|marina|golf club|football ground|ground|track|velodrome|parliament|tower|abbey|palace|mill|works|factory|bridge|road|street|lane|academy|high school|college|university|secondary school)
(residential|day trip|school trip|class trip|trip|excursion|field trip|outing|away (match|game|fixture)|fixture at|swimming lessons?|forest school|on the (coach|bus|minibus|train)|the (coach|bus|minibus|train) (leaves|departs|will leave|goes|arrives|returns|will be back)|walking (home|to|from|back))
`);

export const soon = phrases(`
(today|tonight|tomorrow|this (morning|afternoon|evening|lunchtime|weekend|(mon|tues|wednes|thurs|fri|satur|sun)day)|right now|at the moment|currently|as we speak|in (an hour|\\d{1,2} minutes|half an hour)|now|later today|later this (morning|afternoon))
(on|this|next|every|each|until|from|by) ((mon|tues|wednes|thurs|fri|satur|sun)day)s?( (morning|afternoon|evening|lunchtime))?
(on|from|until|for) (the )?\\d{1,2}(st|nd|rd|th)?( of)? (january|february|march|april|may|june|july|august|september|october|november|december)
(on )?((mon|tues|wednes|thurs|fri|satur|sun)days?|the \\d{1,2}(st|nd|rd|th))( \\d{1,2}(st|nd|rd|th)?( of)? (january|february|march|april|may|june|july|august|september|october|november|december))?
(january|february|march|april|may|june|july|august|september|october|november|december) \\d{1,2}(st|nd|rd|th)?
(at|from|by|until|around|about|before|after|@) \\d{1,2}([:.]\\d{2})? ?(am|pm|o'clock|noon)?
(at|from|until|around) (noon|midday|half past \\p{L}+|quarter (past|to) \\p{L}+|\\p{L}+ o'clock|lunchtime|home time|the end of (school|the day))
(every|each) (morning|afternoon|day|week|lunchtime|evening|night|term)
`);

/** Words that put the whole sentence in the past. */
export const past = phrases(
  `(visited|went|walked|travelled|enjoyed|had (a|an|such|so|lots|great)|was|were|came back|returned|performed|played|sang|yesterday|last (week|night|month|year|term|(mon|tues|wednes|thurs|fri|satur|sun)day)|been (to|on)|loved|learned|learnt|explored|saw|met|took part|won|thank you for having us|spent|did|made|beat|ago)`,
);
/** Everyday notices about the school day and events to which families are asked. */
export const openToAll = phrases(
  `(parents|carers|families|grandparents|governors|everyone|everybody|all|visitors|guests) (are|is) ((very|most|all|also) )?(welcome|invited|asked)|((please|do) ((come|come and) )?(join|come|watch|cheer|support)|join us|come along|all welcome|tickets?)|(open (day|evening|morning)|parents'? evening|coffee morning|fair|fete|bazaar|disco|inset|assembly|closed|meeting for (parents|families|carers)|information evening|uniform|non uniform|dinner money|closing date|deadline|applications?|homework is|due (in|on|by))`,
);
