// Wording that ridicules, accuses or belittles a person, a body or the school.
import { adults, bodies, children, pronouns, titled } from './people-words.ts';
import { phrases } from './phrases.ts';

/** Words that mean ill of whomever they are said of. */
const ill = `(stupid|idiots?|idiotic|morons?|moronic|dumb|thick|thickos?|brainless|clueless|useless|hopeless|worthless|pathetic|lazy|incompetent|inept|unprofessional|disgraceful|disgrace|a joke|jokes|a laughing stock|a shambles|shambolic|rubbish|terrible|awful|dreadful|appalling|atrocious|the worst|worst|horrible|nasty|vile|evil|spiteful|vindictive|toxic|bullies|a bully|liars?|a liar|cheats?|crooks?|crooked|corrupt|thieves|a thief|frauds?|a fraud|con artists?|cowards?|losers?|a loser|failures?|a failure|failing|a waste of space|a waste of time|a waste of money|good for nothing|not fit to|unfit to|out of (his|her|their) depth|past it|mad|crazy|mental|weird|weirdos?|freaks?|ugly|fat|smelly|scruffy|dirty|ignorant|arrogant|two faced|selfish|greedy|dishonest|untrustworthy|negligent|careless|irresponsible|reckless|neglectful|rude|trouble makers?|troublemakers?|a nightmare|nightmares|a pain|a menace|a nuisance|troublemaking|naughty|disruptive|slow|backward|embarrassing|an embarrassment|a let down|a disappointment|second rate|third rate|substandard|going downhill|falling apart|badly run|poorly run|badly managed|chaotic|dangerous|unsafe|clowns?|a clown|muppets?|a muppet|sneaky|petty|overpaid|money grabbing)`;
/** The gravest of them, which need no verb before a word for a person: "useless teachers". */
const illBefore = `(stupid|idiotic|moronic|dumb|clueless|useless|hopeless|worthless|pathetic|lazy|incompetent|inept|unprofessional|disgraceful|shambolic|rubbish|appalling|atrocious|spiteful|vindictive|toxic|lying|cheating|crooked|corrupt|thieving|dishonest|selfish|greedy|ignorant|arrogant|two faced|nasty|vile|evil|awful|terrible|dreadful|horrible|ugly|fat|smelly|money grabbing|second rate|failing|naughty|problem|feckless)`;
const very = `( (a|an|the|all|so|such|very|really|truly|just|simply|completely|utterly|totally|absolutely|frankly|quite|always|still|too|bit|bunch of|total|complete|absolute|utter|right|proper|most|been|being|such a|a bit|nothing but|a bunch of|a load of|an absolute|a complete|a total|an utter))?( (a|an|the|so|very|really|completely|utterly|totally|absolute|complete|total))?`;
const is = `( (is|are|was|were|seems?|looks?|has been|have been|became|must be|can be|will always be|remains?|sounds?)|'s|'re)`;

/** Somebody is called something ill. */
export const calledIll = phrases(`
(${pronouns}|${titled}|(the|that|this|our|your|their|his|her|my|some|these|those|all) ((new|old|so called|whole|other|same|opposing|visiting|away|home|year \\d{1,2}|\\p{L}{3,12}) )?(${adults}|${children}|${bodies})|${adults}|${bodies})${is}( (n't|not))?${very} ${ill}
${illBefore} (${adults}|${children}|${bodies})
(what|such) (a|an) ((complete|total|absolute|utter) )?(idiot|moron|joke|shambles|disgrace|liar|loser|waste of space|muppet|clown|useless|pathetic|incompetent|embarrassment|rubbish (school|teacher|team))
(call|called|calling|branded|dubbed) (him|her|them|the (${adults}|${bodies})) (a|an) ((complete|total) )?(idiot|moron|liar|disgrace|joke|bully|cheat|thief|fraud)
`);

/** A real name with an ill word behind it: "Mrs Holt is useless"; the name itself is looked for by the rule. */
export const illAfterName = phrases(`
((really|just|clearly|honestly|simply|always|obviously) )?(is|was|seems|looks|has been|can be)( (n't|not))?${very} ${ill}
`);

/** Wording that belittles whomever it is about. */
export const belittling = phrases(`
(wasted|wastes|wasting|squandered|squandering|frittered away) ((all|so much|more|even more) )?(of )?(our|your|their|this|public|taxpayers'?|parents'?|school) (money|cash|budget|time and money)
(should|ought to) be ashamed
(could n't|couldn't|could not|can't|cannot|can not) (care less|be trusted|be bothered|tell the truth|teach|do (his|her|their) job|organise anything|run a school)
(hasn't|haven't|has not|have not|has|have) got a clue
(does n't|doesn't|don't|does not|do not|did not|didn't|never) (care|cares|cared) about (our|the|your|their|these) (children|pupils|kids|staff|families|parents|students|school)
(let|letting|lets) (our|the|your|these) (children|pupils|kids|families|staff) down
(failed|fails|failing|is failing|are failing) (our|the|these|its|their) (children|pupils|kids|staff|families|students|schools)
(bring|brings|brought|drag|drags|dragged|run|ran|running) (the|this|our) (school|trust|academy) (down|into the ground)
(not|isn't|is not|aren't|never) (good|clever|bright|smart|worth) (enough|it) (to (teach|run|lead|be a (teacher|head))|for (our|this) (school|trust))
(no wonder) … (leave|leaving|left|quit|quitting|useless|failing|worst)
(nobody|no one) (likes|trusts|respects|wants|believes) (him|her|them|the (${adults}|${bodies})|our (${bodies})|${titled})
(laughing stock|waste of space|good for nothing|couldn't organise|two faced|pig headed|stuck up|know it all|jobsworths?|busybod(y|ies)|drama queens?|attention seekers?|attention seeking|mouth breathers?)
(worst|most boring|most useless|most hopeless) (school|teacher|headteacher|head|trust|team|class|year group|parents?|pupils?|council|governors?) (in|ever|i|we|of)
(naughtiest|thickest|slowest|dumbest|laziest|fattest|ugliest|stupidest|weakest|worst behaved) (boy|girl|child|pupil|kid|class|reader|group|student|children|pupils|one)
(bottom of the class|bottom set dummies|will never amount to|never amount to anything|not the sharpest|a few sandwiches short|lights are on but)
(sick of|fed up with|had enough of|tired of) (this|the|our|these|your|his|her|their|moaning|whingeing|whining) ((useless|awful|so called|constant) )?(school|trust|parents?|staff|head|headteacher|teachers?|governors?|council|kids|children|moaning|whingeing|whining)
(shocking|disgusting|appalling|dreadful) (behaviour|conduct|service|treatment|attitude|leadership|teaching) (from|by|of|at) … (school|trust|council|parents?|staff|head|headteacher|teachers?|company|firm|club|mum|dad|team|governors?|academy)
(better|far better|much better) than (that|those|the other) (lot|dump|school down the road|shower)
(dump of a|joke of a|disgrace of a|poor excuse for a|so called) (school|teacher|head|headteacher|trust|academy|parent|team|club|company|council|coach)
(overrated|overhyped) (school|trust|academy)
our trust (is|has|does) (useless|failing|hopeless|no idea|not have a clue|not care|nothing for)
(head office|the trust|our trust|the academy) … (no idea|clueless|doesn't care|does not care|couldn't care less|is a joke|are a joke|out of touch|hopeless|useless|wasting)
`);

/** Wrongdoing alleged as fact. */
export const accusing = phrases(`
(stole|has stolen|have stolen|stealing|steals|nicked|pocketed|embezzled|helped (himself|herself|themselves) to) … (money|funds?|cash|donations?|takings|budget|savings|equipment|property)
(committed|guilty of|accused of|charged with|convicted of|suspected of|investigated for|arrested for|sacked for|suspended for|dismissed for|caught) (fraud|theft|stealing|assault|abuse|bullying|misconduct|gross misconduct|negligence|lying|cheating|corruption|harassment|drinking|drunk|grooming|neglect)
(is|are|was|were|been|keeps?|kept|stop|you're|he's|she's|they're) ((just|clearly|obviously|always|blatantly) )?(lying|cheating|stealing|fiddling|bullying|harassing|covering up|ripping)( (to|from|off|the|us|his|her|their|parents|families|staff|it)|(?=[.!,\\n]|$))
(lied|lies|been lying) (to|about) (us|parents|families|staff|the|our|everyone|inspectors|governors|pupils|children)
(covered up|covering up|cover up|swept under the carpet|swept under the rug)
(rip|rips|ripped|ripping) (us|you|people|parents|families|schools|the school|customers|everyone) off
(rip off|cowboy|rogue|dodgy|crooked|bent|fraudulent) (merchants?|builders?|traders?|firm|company|contractors?|suppliers?|caterers?|coach company|photographers?)
(is|are|was|were|running|run) ((nothing but|just|clearly|such) )?(a|an) ((complete|total) )?(scam|fraud|con|rip off|racket)
(scammed|swindled|conned|defrauded|cheated|blackmailed|bribed|robbed) (us|our|the|parents|families|schools|everyone|customers)
(broke|broken|breaking|breaks) the law
(took|takes|taking|accepted|paid) (a )?(bribes?|backhanders?)
(was|were|is|turned up|came in) (drunk|on drugs|high) (at|in|on|during|while) (work|school|class|lessons?|duty|the trip|charge)
(assaulted|abused|groomed|molested|hit|slapped|punched|harassed|bullied|neglected|racially abused) (a|the|our|my|his|her|their|several|other|one of our) ((young|other) )?(pupils?|child|children|boy|girl|student|staff|teacher|colleague|son|daughter|member of staff)
(fiddled|cooked|falsified|doctored|faked|massaged) (the|their|his|her|our) (books|figures|results|accounts|expenses|exam results|sats|data|attendance)
(guilty of|responsible for) (negligence|neglect|abuse|fraud|misconduct|the death|the injury|poisoning)
(deliberately|knowingly) (misled|ignored|lied|hid|endangered|overcharged|sold)
(overcharged|poisoned|overcharging|poisoning|endangering|endangered|neglecting|exploiting|exploited) (us|our children|the school|our school|our pupils|parents|families|pupils|children)
(unsafe|dangerous|contaminated|out of date|mouldy) (food|meals|equipment|coaches|products?|work) (from|by|supplied by|served by)
(sued|suing|taking legal action against|see you in court|our solicitors?)
`);

/** Rude replies and bad manners, short of an insult. */
export const rude = phrases(`
(calm down|shut up|grow up|get over it|get a life|get a grip|mind your own business|none of your business|stop (moaning|whining|whingeing|complaining|bothering us|wasting our time))
(if you (had|'d)? ?(bothered|actually read|read|listened|paid attention))
(as (we|i) (have )?(already|repeatedly) (told|said|explained) (to )?(you|people|everyone)|for the (last|hundredth|umpteenth) time|how many times (do|must|have) we)
(don't be (so )?(ridiculous|silly|daft|pathetic)|you should know better|what part of)
(like it or lump it|tough luck|deal with it|not our problem|that's your problem|we couldn't care less|who cares|whatever)(?=\\s?[.!,\\n]|$)
(read (the|our) (letter|email|newsletter) (properly|before)|learn to read|use your common sense|it's not rocket science|do your research)
(constant|endless|pointless|petty) (moaning|whingeing|whining|complaints?|complaining)
(can't|cannot) (some|you) (people|parents|lot) …(read|listen|park|behave)
(some|certain) (parents|people|families) (just )?(need to|should|can't|cannot|never|don't|think) …
(ridiculous|absurd|silly|stupid) (complaints?|questions?|excuses?|demands?|rules?|comments?)
(sick and tired|fed up to the back teeth)
`);
