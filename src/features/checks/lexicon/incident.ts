// Talk of an emergency that is still going on.
import { phrases } from './phrases.ts';

const emergency = `(fire|blaze|gas leak|explosion|bomb( scare| threat| alert)?|suspicious (package|device|person|man)|flood|flooding|intruder|gunman|shooter|active shooter|shooting|stabbing|knife attack|armed (man|person|police)|attack|terror attack|terrorist incident|chemical (spill|leak)|carbon monoxide|crash|accident|serious (incident|accident|injury)|major incident|critical incident|ongoing incident|police incident|incident|emergency|evacuation|lockdown|collapse|power cut|hostage|missing (child|pupil|person|boy|girl)|stranger|medical emergency|outbreak|siege)`;

export const happening = phrases(`
(there is|there's|there are|there has been|there's been|we have|we've got|we are dealing with|we're dealing with|dealing with|responding to|following|due to|because of|reports of|aware of|due to an ongoing|ongoing|breaking ?:?) ((a|an|the|some|very|major|serious|ongoing|unfolding|live|current|possible|suspected|active|small|large|reported) ){0,4}${emergency}( (is|now|currently|still|in|at|on|near|inside|outside|this|unfolding|happening|taking|right|by|involving|nearby)){1,3}
(we are|we're|school is|the school is|academy is|building is|site is|pupils are|children are|everyone is|staff are|students are|classes are|all schools? (is|are)) ((now|currently|still|being|all|in|on|under|a|partial|full|immediate|temporary|safely|having to|the process of) ){0,4}(lockdown|locked down|evacuat(ed|ing|e)|evacuation|sheltering|sheltered|held in|barricaded|under attack|on fire|flooding|trapped|invacuated|shelter in place)
(police|ambulance|ambulances|fire engines?|fire brigade|fire crews?|fire and rescue|paramedics?|air ambulance|emergency services|armed police|coastguard|bomb squad) ((is|are|have|has|were|just|now|currently|all|been|already|still) ){1,3}(on (site|scene|the scene|their way|the way)|here|at (the )?(school|scene|site|gates?)|attending|called|arrived|outside|inside|in attendance|responding|dealing|coming|searching|evacuating)
(evacuating|evacuate|evacuated)( (the|our|all|everyone|now|from|immediately|children|pupils|building|school|site|to)){1,4}
(do not|don't|please do not|please don't|avoid) (come|travel|approach|go|collect|enter|ring|drive) ((to|near|anywhere|into|the|your|in|children|child|from) ){0,4}(school|site|the area|the gates?|the building|children|child|scene)( (while|until|as|because|due|at|there|for|now|today|unless|we|police|emergency|this)){1,2}
(collect|pick up|come and get|fetch) your (child|children|son|daughter|kids) ((immediately|now|straight away|urgently|at once|as soon as|from the (evacuation|assembly) point) ?){1,2}
((a|one of our|the) (child|pupil|student|boy|girl)|year \\d{1,2} (pupil|child|boy|girl)|(child|pupil|boy|girl)) ((is|has|been|gone|went|have|currently|still|now|was) ){1,3}(missing|gone missing|unaccounted for|trapped|seriously (hurt|injured|ill)|unconscious|been (taken|stabbed|hit|knocked down|airlifted|rushed|abducted|run over)|stabbed|rushed to hospital|airlifted|collapsed)
(stay|remain|keep) (indoors|inside|calm and|away from (the )?(windows|school|area|site)|in your (classrooms?|homes?)) ((until|while|as|and|because|lock|the|police|we) ?){1,2}
(this is|it is|it's) (a|an) (live|real|actual|ongoing|unfolding|genuine) (incident|emergency|situation|fire|lockdown|evacuation)
(not a|isn't a|is not a) drill
(fire|bomb|gas|flood|intruder|lockdown|evacuation) (alarm|alert|warning|siren) (is|has|just|going) ((now|been|just|going|gone) )?(sounding|activated|triggered|going off|gone off|off|ringing|in force)
(man|woman|person|someone|somebody|youths?|teenagers?|pupil|gang|intruder|stranger) (with|carrying|waving|brandishing|has|holding) (a|an|what looks like a) (knife|gun|weapon|machete|axe|firearm|sword|bomb)
(ambulance|air ambulance|police|fire engines?) ((is|are|now|right) ){0,2}(at|outside|on|in|inside) (the |our )?(school|gates?|playground|site|field|entrance|school gates?)(?! (yesterday|last))
(active shooter|shots fired|bomb threat|hostage situation|major incident declared)
`);

export const drill = phrases(
  `(drill|drills|practice|practised|practising|rehearsal|exercise|training|visit(ed|ing|s)?|assembly|lesson|topic|learn(ed|ing|t)?|talk|workshop|story|book|play|bonfire|great fire|history|museum|station|safety week|re enact(ed|ment)|pretend|role play|last (week|month|year|term)|yesterday|covid|pandemic|coronavirus|first lockdown|during lockdown|after lockdown|since lockdown|lockdown learning|fire service visited|thank you to|in \\d{4}|all clear|now over|resolved|has ended|contained|snow|heating|boiler|is now safe)`,
);
