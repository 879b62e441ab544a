// Wording aimed at people for a protected characteristic (Equality Act 2010, section 4). Slurs first, then patterns of contempt.
import { phrases } from './phrases.ts';

export const slurs = phrases(`
(niggers?|niggas?|pakis?|chinks?(?! (of|in))|chinky|chinkies|wogs?|golliwogs?|coons|spics?|kikes?|yids?|gypp?os?|pikeys?|pikies|darkies|darky|ragheads?|towelheads?|sand monkeys?|jungle bunn(y|ies)|slant eyes?|half castes?|half breeds?|coloureds|coloured (people|children|boy|girl|family|families|man|woman|kids)|trann(y|ies)|shemales?|faggots?|fags|poofs?|poofters?|dykes(?! (and|along|built))|lezzas?|lezzers?|lesbos?|queers|benders|battyboys?|batty boys?|spastics?|spazz?(es|y)?|spaz|mongs?|mongols? (child|boy|girl|face)|mongoloids?|retards?|retarded|cripples?|window lickers?|mental cases?|schizos?|special needs (idiots?|lot|dummies)|illegals|untermensch(en)?|subhumans?|chavs?|white trash|terfs?|feminazis?|gingers? (freak|freaks|minger|mingers)|hymies?|infidels|kafirs?|kuffars?|taigs?|nonces?)
`); // prettier-ignore

const groups = `(muslims?|islamists?|jews?|jewish (people|families|children)|christians?|catholics?|protestants|hindus?|sikhs?|atheists|blacks?|black (people|children|families|kids|boys|men)|whites|white (people|boys|men)|asians?|asian (people|families|kids)|chinese( (people|families|kids))?|indians|pakistanis|bangladeshis|polish( (people|families|kids))?|poles|romanians?|eastern europeans?|immigrants?|migrants?|refugees?|asylum seekers?|foreigners?|travellers?|gypsies|gypsy (families|children|kids)|roma( (families|people|kids))?|gays?|gay (people|men|teachers|parents|couples)|lesbians?|homosexuals?|bisexuals?|transgender (people|children|kids|pupils)|trans (people|kids|women|men|pupils)|transsexuals?|disabled (people|children|kids|pupils)|autistic (people|children|kids|pupils)|the disabled|women|girls|females|men|boys|old people|pensioners|pregnant (women|teachers|staff)|single mothers|single mums)`;

export const contempt = phrases(`
${groups} ((are|is|were) )?(not|never|un)( |-)?(welcome|wanted|allowed|fit)
${groups} (ruin|ruins|ruined|spoil|spoils|spoiled|destroy|wreck|steal|smell|go home|out now)( (it|everything|the|our|this|lessons|from))?
(only|just|we) (want|hire|employ|take|accept|admit|need) ((only|just) )?(british|english|white|christian|able bodied|straight|young|male|female|native)( born)? (born |speaking )?(staff|teachers|people|children|families|pupils|applicants|candidates)
(all|most|these|those|typical|bloody|dirty|filthy|lazy|stupid|too many|so many) ${groups} (are|should|must|can't|cannot|don't|never|always|need|ought|who|in|here|coming|taking|everywhere|ruin|ruining|get|getting|want|smell|steal|lie)
${groups} (are|is) ((all|just|simply|nothing but|mostly|naturally|biologically) )?(thieves|criminals|terrorists|dirty|filthy|lazy|stupid|inferior|disgusting|unnatural|sinful|an abomination|abominations|wrong|evil|sick|perverts|paedophiles|mentally ill|vermin|animals|scroungers|parasites|a plague|a burden|a drain|taking over|ruining|not welcome|not wanted|not real|not normal|too emotional|bad at|not as (good|clever|bright|strong)|worse at|better at|no good at|cheats|liars|tight|greedy|violent|backward)
(no|not for|keep out|get rid of|ban|deport|send (back|home)|we don't want( (any|more))?|unlike|instead of) ((all|the|any|these|more) )?${groups} (here|in (our|this|the) (school|class|town|country|village)|allowed|welcome|need apply|please|any more|back|home)
(go|send (them|him|her|you)|get|went) back to (your|their|his|her|where (you|they|he|she)) (own )?(country|countries|land|africa|asia|came from|come from)…
(go|send (them|him|her|you)|get) back (home )?(to )?(where (you|they|he|she) (came|come) from|(your|their|his|her) own country)
(that's|that is|this is|it's|it is|you're|he's|how|so|dead|well) ((so|really|totally|such a) )?(gay|retarded|spastic|mental case)(?=\\s?[.!,\\n]|$)
(women|girls|a woman|mothers|females) (belong|should stay|should be|are better off|need to be) (in the kitchen|at home|quiet|cooking|barefoot)…
(girls|women|boys|men) (can't|cannot|shouldn't|should not|aren't (meant|supposed|able) to|are not (able|meant|supposed) to|are no good at|are rubbish at|are useless at|are bad at) (play|do|be|understand|code|drive|cook|cry|lead|maths|science|football|physics|dance|sewing|sport)…
(girls|women|boys|men) (can't|cannot|shouldn't) (play|do|code|drive|cook|cry|lead)
(throws?|runs?|cries|fights?|plays|kicks?) like a (girl|woman|sissy)
(real|normal|proper) (men|boys|families|women|girls|british people|english people) (don't|only|have a|do not|would never)
(only|just) (british|english|white|christian|able bodied|normal|heterosexual|straight) ((born|speaking) )?(families|children|people|pupils|applicants|staff|candidates|teachers) (need|may|can|should|are|will|welcome|only|please)
(too (old|foreign|black|brown|fat|gay|disabled) to (teach|work|lead|join|play|learn))
(young|male|female|white|british born|able bodied|christian|non disabled) (applicants|candidates|people|teachers) (only|preferred)
(swamped|overrun|invaded|taken over|flooded) (by|with) (migrants?|immigrants?|foreigners?|refugees?|asylum seekers|muslims?|travellers?|gypsies|them)
(hate|hates|hated|despise|can't stand|loathe) ((all|these|those|the|bloody) )?${groups}
(normal|ordinary|able bodied) (children|kids|people|pupils) only
(suffers from|victim of) being (gay|black|disabled|foreign|trans|old)
(not|isn't|aren't) (really|properly|true|truly)? ?(british|english|welsh|scottish) (if|because|unless|enough)
(islam|judaism|christianity|hinduism|sikhism|catholicism) is (a (cancer|disease|cult|threat|danger|terrorist)|evil|barbaric|backward|a (religion|faith) of (hate|violence|terror))
(white|black|asian|muslim|jewish|christian|foreign|traveller|gypsy) (vermin|scum|filth|invaders|rats|dogs|monkeys|thugs|parasites|trash)
speak english or (leave|go|get out)
(monkey|ape|gorilla) (noises|chants) (at|towards) …
`);
