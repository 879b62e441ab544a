// Obscene, threatening and harassing wording beyond the swear words the obscenity library knows.
import { phrases } from './phrases.ts';

export const crude = phrases(`
(stupid|silly|fat|lazy|miserable|old|daft) (cow|mare|git|sod|bugger|bat|hag)
get stuffed|get knotted|bog off|naff off
(arse|arses|arsehole|arseholes|bollocks|bollox|bugger|buggers|bugger off|wanker|wankers|wank|tosser|tossers|twat|twats|git|gits|knobhead|knob head|dickhead|dickheads|bellend|bellends|bell end|minger|minging|slag|slags|slapper|slappers|tart|tarts(?! (and|for|with|sale|on))|pillock|prat|plonker|prick|pricks|arsed|sod off|piss|pissed|piss off|pissed off|taking the piss|shite|shites|shat|crap|crappy|bullcrap|bloody (hell|useless|idiot|awful|fool|stupid|annoying)|wtf|stfu|fml|lmfao|milf|gtfo|ffs|effing|feck off|fck|fcuk|fking|fkn|f off|eff off|pi\\*\\*(ed)?|sh\\*t|sh1t|f\\*ck|f\\*\\*k|f\\*\\*\\*|f\\*\\*\\*ing|b\\*tch|c\\*nt|w\\*nker|t\\*at|a\\*\\*hole|jackass|dumbass|smartass|badass|douche|douchebag|scumbag|scumbags|scum|shag|shagged|shagging|blowjob|handjob|nudes|send nudes|get laid|horny|boobs|tits|titties|bimbo|ho's|hoes before|skank|son of a b)
`); // prettier-ignore

export const threatening = phrases(`
(i'll|i will|we'll|we will|i'm going to|we're going to|gonna|someone should|somebody should|they should|he should be|she should be|i'd like to|i want to|you're going to|you will) ((get|be|have) )?(kill|killed|hurt|batter|smash|stab|shoot|burn|beat|punch|slap|hit|find|get|destroy|finish|ruin|strangle|throttle|hang|hunt) (you|him|her|them|your (face|head|house)|this (place|school)|the school|the (head|headteacher|teacher))
(kill|hang|drown|top|harm) yourself
(go and )?(die|jump off a (bridge|cliff)|drop dead|rot in hell|burn in hell)(?=\\s?[.!,\\n]|$)
(hope|hoping|wish) (you|he|she|they) (die|dies|get (hurt|cancer|run over)|gets (hurt|cancer|run over)|rot|suffer|suffers)
(we|i) know where (you|he|she|they) lives?
(watch your back|you'll regret|you will regret|you'll be sorry|you will be sorry|you have been warned|you're dead|you are dead|dead meat|get what's coming|what's coming to (you|him|her|them)|come for you|coming for you|coming to get you)
(deserves?|needs?|wants?) ((a good|to get a) )?(slap|punch|kicking|beating|battering|hiding|shooting|to be (shot|hanged|beaten|punched|slapped))
(beat|kick|smash|punch) (his|her|their|your) (head|face|teeth) in
`);

export const harassing = phrases(`
(nobody|no one) (wants|likes|loves|needs) you
(everyone|everybody) hates (you|him|her|them)
you (are|re|'re)? ?(scum|vermin|filth|worthless scum)
(go away and never|get out of our school and|don't ever) (come|show|contact)…
(leave|get out of) (this|our) school( and)? (or else|if you know)
(we'll|i'll|we will|i will) (make your life|make sure you never|not stop until)
`);

/** Names and words of everyday school life in which a swear word only seems to stand. */
export const innocent = phrases(`
(penistone|scunthorpe|clitheroe|lightwater|essex|sussex|middlesex|wessex|sexton|cockermouth|cockburn|cockfosters|cockapoos?|cockatiels?|cockatoos?|cockerels?|cocker spaniels?|peacocks?|hancock|hitchcock|babcock|alcock|wilcock|woodcock|shuttlecocks?|cockles?|cockpits?|cocktails?|cocky|stopcock|weathercocks?|dick (whittington|turpin|van dyke|king smith|bruna|francis)|moby dick|dickens(ian)?|dickinson|dickson|dick|willy wonka|free willy|prick(ly|les|ed|ing)|hedgehog pricks|great tits?|blue tits?|coal tits?|titmouse|titles?|titanic|titan|arsenal|assassin|assess(ed|ment|ments)?|assembl(y|ies)|bass|class|classic|grass|mass|pass|passage|hassle|tassel|embassy|analys(e|is|t)|analogue|canal|banal|rape(seed)?( (oil|field|fields))|grape|drapery|therapists?|skywalker|shitake|shiitake|shih tzu|snigger|niggle|niggling|niger|nigeria|nigerians?|cumin|cumbria|cumulus|document|circumference|cucumber|scum (line)?|hoe|hoes|garden hoes?|spade|spades|ace of spades|queer street|faggots and peas|fagin|bum bag|bumble(bee)?s?|bumper|hell's kitchen|shell|hello|seychelles|homo sapiens|homo erectus|homophones?|homographs?|homogen(eous|ous)|sex education|relationships and sex education|same sex|opposite sex|sextet|sextant|unisex|slagheap|slag heap|jam tarts?|bakewell tarts?|lemon tarts?|treacle tarts?|custard tarts?|egg tarts?|wankel|bangers and mash|cracker|crackers|damson|damselfly|amsterdam|dam|beaver dam|dyke|offa's dyke|dykes|van dyke|pussy willow|puss in boots|pussycat|pussy cat|butt(er|on|ercup|erfly)|water butt|butts?|boobook|booby|blue footed boobies|hooters?|mammary|semen(s)?|wiener|weiner|fokker|fukushima|mofo|nob(le|el|ody)|knob (of butter)?|door knob|doorknob|poop deck|trump|trumpet|ejaculated|erect(ed|ing)?|arousal|gay's|gayle|gaynor|orgy|organ|orgasmic)
`); // prettier-ignore
