// Political, religious, campaigning and personal views which are not the school's to publish.
import { phrases } from './phrases.ts';

/** Parties and leaders; those that are also ordinary words count with a capital only, which the rule sees to. */
export const parties = phrases(`
(labour|labour party|conservatives?|conservative party|tory|tories|lib dems?|liberal democrats?|reform uk|reform party|green party|snp|scottish national party|plaid cymru|plaid|sinn fein|dup|democratic unionist party|ukip|your party|workers party|sdlp|alliance party|republicans?|democrats?|keir starmer|starmer|kemi badenoch|badenoch|nigel farage|farage|ed davey|zack polanski|boris johnson|rishi sunak|liz truss|jeremy corbyn|corbyn|donald trump|joe biden|putin|netanyahu)
`);
/** What makes a party's name a matter of politics and not of history or geography. */
export const politicking = phrases(`
(vote|voting|voted|votes|voter|elect|elected|election|elections|ballot|campaign|campaigning|canvassing|manifesto|candidates?|mp|mps|councillors?|cuts|policy|policies|government|support|supports|supporting|back|backing|proud|great job|deserves?|disgrace|lies|lied|liars?|betray(ed|al|ing)?|destroy(ed|ing)?|ruin(ed|ing)?|wreck(ed|ing)?|useless|corrupt|failing|failed|failure|right about|wrong about|stand with|join|must go|out|is right|are right|is wrong|are wrong|only|hope|hooray|well done|thanks to|thank|blame|blamed|shame|never trust|worst|best|idiot|hero|win|wins|won|lose|loses|lost)
`);

export const campaigning = phrases(`
(we|i|our school|teachers|staff|governors) ((strongly|fully|totally|utterly|firmly) )?(oppose|opposes|condemn|condemns|reject|rejects|denounce|applaud|back) ((the|this|these|any|all) )?((government|council|tory|labour|proposed|new) ?('s)? ?){0,2}(policy|policies|cuts|plans?|immigration|reforms?|strikes?|academisation|bill|act|war|government|prime minister)
(the )?(government|council|prime minister|home secretary|education secretary)'s ((\\p{L}+) ){0,2}(policy|policies|cuts|plans?|lies|failures?) (is|are|will|must|should|have|has) …
(write|email|complain|tell|lobby|ring|contact) ((to|with) )?(your|our|the) (local )?(mp|mps|councillors?|prime minister) (to|and|about|demanding|now) …
(vote|voting) (for|against) (change|remain|leave|brexit|independence|labour|green|reform|conservative|the (greens|tories|conservatives|lib dems|liberal democrats|snp)|your local (candidate|councillor)|him|her|(\\p{L}+ )?(\\p{L}+ )?(as|for) (mp|councillor|mayor))
(vote|voting) (labour|conservative|tory|green|reform|lib dem|liberal democrat|snp|plaid|ukip|leave|remain|yes to independence|no to independence)
(sign|share|support) (the|this|our|my|a) ((government|parliament|online|parliamentary) )?petition
(join|support|supporting|back|attend|come to) (the|this|our|a) ((teachers?'?|neu|nasuwt|union|junior doctors?'?|national|climate|anti \\p{L}+|pro \\p{L}+) ){0,2}(strike|strikes|picket|picket line|protest|demonstration|demo|rally|march against|march for)
(the|this|our) ((current|present|tory|labour|conservative|useless|so called) ){0,2}(government|prime minister|home secretary|education secretary|chancellor|council) (is|are|has|have|must|should|needs?|wants?|doesn't|does not|don't|do not|keeps?|hates?|cuts?|continues?) … (cut|cuts|cutting|failing|failed|fail|wrong|underfund(ed|ing)?|destroy(ed|ing)?|ruin(ed|ing)?|resign|care|starv(ed|ing)|shame|ashamed|disgrace|disgraceful|scrap|lied|lying|betray(ed|ing)?|abandon(ed|ing)?|useless|clueless|incompetent|stupid)
(government|tory|labour|council|conservative) (cuts|austerity|failures?|lies|incompetence|betrayal|u turn|spin)
(stop|end|scrap|reverse|fight|oppose|no to|say no to|down with|no more) (the )?(cuts|austerity|brexit|academies|academisation|sats|ofsted|war in|wars|boats|tories|hs2|ulez|low traffic|wind farms?|fracking|capitalism|monarchy|royal family|immigration|mass immigration|migration)
(boycott|defund|abolish|cancel) (israel|russia|china|amazon|nestle|mcdonald's|starbucks|the (bbc|police|monarchy|lords)|ofsted|\\p{L}+ goods)
(brexit|independence|austerity|immigration|migration|net zero|capitalism|socialism|communism|the monarchy|the royal family|the lockdowns?|vaccines?|vaccine mandates?|the nhs) (is|was|are|were|has been|will be) ((a|an|such a|the|just|simply|really|clearly) ){0,2}(disaster|mistake|scam|con|hoax|disgrace|success|joke|betrayal|great|good|bad|terrible|wrong|right|evil|failing|too high|out of control|best|worst|outdated|unfair|stupid|dangerous|nonsense|poison|finished)
(climate change|global warming|covid|evolution|the holocaust|the moon landings?) (is|was) ((a|an|just|all|such a|nothing but a) ){0,2}(hoax|lie|myth|scam|fake|made up|nonsense|con)
(free palestine|from the river to the sea|stand with (israel|palestine|gaza|ukraine|russia)|stop the genocide|stop the boats|take back control|make (britain|america|england) great again|maga|all lives matter|blue lives matter|just stop oil|insulate britain|extinction rebellion|defund the police|eat the rich|not my king|abolish the monarchy|refugees welcome|open the borders|close the borders|pro life|pro choice|my body my choice|abortion is (\\p{L}+ )?\\p{L}+|trans women are|there are only two genders|gender ideology|woke (nonsense|agenda|mob|brigade|ideology|rubbish)|gone woke|political correctness gone mad|nanny state|cultural marxism|get brexit done|rejoin the eu|indyref2|yes2indy|bring back (hanging|the death penalty|the cane|caning|smacking)|legalise (cannabis|drugs|weed|assisted dying)|ban (the burqa|the hijab|halal|fox hunting|immigration|guns))
(join|support|donate to) (the )?(labour party|conservative party|conservatives|tories|green party|reform uk|lib dems|liberal democrats|snp|momentum|greenpeace|just stop oil|extinction rebellion|stop the war|liberty|amnesty|neu|nasuwt|unison)
(tax the rich|benefit scroungers|benefits cheats|illegal immigrants|economic migrants|too many immigrants|immigration is)
(our|your|the) (local )?(mp|councillor|candidate) ((\\p{L}+ ){0,2})?(deserves|has earned|needs|will get|gets|can count on) (your|our|my) (vote|support)
`);

export const religious = phrases(`
(jesus|christ|allah|god|the bible|the quran|the koran|islam|christianity|catholicism|hinduism|judaism|buddhism) is the (only|one) (true )?(way|god|religion|faith|saviour|truth|path|answer)
(only|one) true (faith|religion|god|church|prophet)
(repent|be saved|accept (jesus|christ|allah|god)|turn to (jesus|christ|allah|god)|convert to (islam|christianity|catholicism|judaism|hinduism|buddhism)|give your life to (jesus|christ|god)|let (jesus|christ|god|allah) into your (heart|life)|find (god|jesus|allah) before)
(god|jesus|allah) (will punish|punishes|hates|condemns|will judge|forbids|doesn't approve|disapproves|wants you to|will send)
(christianity|islam|judaism|hinduism|sikhism|buddhism|catholicism|religion|religions|atheism|faith schools?|church schools?|prayer|all religions?|organised religion) (is|are|has been|was) ((a|an|the|just|all|simply|nothing but|pure|really|clearly) ){0,3}(wrong|false|lies?|nonsense|rubbish|evil|poison|outdated|myths?|superstition|fairy tales?|stupid|dangerous|cults?|brainwashing|indoctrination|best|better than|superior|right|root of|sinful)
(there is no god|god does not exist|god doesn't exist|god isn't real|there is only one god|non believers|unbelievers|will go to hell|go to hell|burn in hell|is a sin|is sinful|living in sin|against god's (law|will|plan)|an abomination|god's punishment|end times|the rapture)
(atheists?|non christians|non muslims|unbelievers|non believers) (are|will|should|must|cannot|can't) …
`);

export const personal = phrases(`
(i|we) personally (think|believe|feel|hate|love|support|oppose|disagree|agree|would|don't|prefer)
(personally|honestly|frankly) ,? ?(i|i'd|i'm|i've) (think|believe|feel|hate|don't|would|say|am|wouldn't|never|find|do|can't|prefer|blame|reckon)?
(in my (\\p{L}+ )?(opinion|view|humble opinion|honest opinion|book)|if you ask me|imo|imho|my (own )?(personal )?(opinion|view|take) (is|on)|my two pence|my two cents|as far as i'm concerned|unpopular opinion|hot take|i'm entitled to my opinion|call me old fashioned but|i'm not being funny but|i know i'll get stick for this)
i (really |honestly |strongly |firmly |truly |do |don't |do not |can't |simply )?(think|believe|feel|reckon|say|blame) (that )?(the )?(government|council|ofsted|schools?|teachers|parents|people|everyone|nobody|society|politicians|the country|this country|britain|england|we should|we must|it is wrong|it's wrong|it is time|it's time|unions?|strikes?|dfe|department|mps|immigration|religion|taxes|nhs|brexit|the king|royal family|vegans?|abortion|guns|drugs|sats|homework|uniforms?)
i (can't stand|cannot stand|despise|detest|hate it when|am sick of|'m sick of|am fed up|'m fed up|am disgusted|'m disgusted|am furious|'m furious|am ashamed|'m ashamed) …
(my|personal) (political|religious) (views?|beliefs?|opinions?)
`);
