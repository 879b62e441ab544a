// Wording that draws pupils or parents into private contact.
import { phrases } from './phrases.ts';

export const toMe = phrases(`
(dm|pm|message|text|whatsapp|snapchat|snap|facetime|email|e mail|call|ring|phone|telegram|inbox|contact|tag|poke|friend|follow|add|skype|kik) me( (privately|directly|personally|anytime|any time|back|later|tonight|after school|at home|if|on|at|through|via|for|when|about|whenever))?
(add|follow|find|friend|request|catch|get|reach|chat with|talk to|speak to|join|sub to|subscribe to) me (on|at|via|through|there) ((my )?(personal|private|own) )?(facebook|insta|instagram|snap|snapchat|tiktok|tik tok|whatsapp|discord|twitter|x|xbox|playstation|psn|steam|roblox|fortnite|telegram|signal|linkedin|bereal|twitch|minecraft|home|mobile|my)
my (own |personal |private |home |mobile |direct )+(number|mobile|phone|email|e mail|account|facebook|instagram|insta|snapchat|snap|whatsapp|discord|tiktok|handle|address|page|profile|line|inbox|dms?)
my (mobile|phone number|whatsapp|snapchat|snap|insta|instagram|discord|gamertag|handle|facebook|dms are open|dm's are open|inbox is open|cell)
my (number|email|e mail|address) is
(drop|send|shoot|ping|give|slide) me (a|an|your) (dm|pm|message|text|call|ring|bell|snap|private message|direct message|number|mobile|photo|photos|pic|pics|picture|email|friend request|line|whatsapp)
(send|give|tell|text|dm|share with|message|show) (me|us) your ((home|mobile|phone|own|personal) )?(number|phone number|mobile|address|snap|snapchat|insta|instagram|photos?|pictures?|pics?|password|home address|discord|username|whatsapp|handle|selfie|selfies)
what's your (number|mobile|snap|snapchat|insta|instagram|address|discord|gamertag|whatsapp|username)
(slide into|into) my dms?
(contact|reach|get hold of|get in touch with|message|ring|call|text|follow|add|find) (me|him|her|our (class )?teacher|the (class )?teacher|the head|(mr|mrs|ms|miss|mx) \\p{L}+|your teacher) ((directly|privately|personally) )?(at home|on (my|his|her|their) (own |personal |private |home )?(mobile|phone|number|account|facebook|instagram|email|line)|out of (school|hours)|after hours|in the evenings?|at the weekend)
(friend request|friend requests) (me|from pupils|are welcome|accepted|to my)
`);

export const secrecy = phrases(`
(keep (this|it) (between us|between you and me|a secret|to yourself|quiet|private)|just between (us|you and me|ourselves)|our (little )?secret|don't (tell|show) (your )?(parents?|mum|dad|mums?|dads?|family|carers?|teachers?|anyone|anybody)|do not tell (your )?(parents?|mum|dad|family|anyone)|no need to tell (your )?(parents?|mum|dad|anyone)|without your (parents?|mum|dad) knowing|delete (this|these|the|our) (message|messages|chat)|meet me (alone|after school|at|by|outside|in|on|behind)|come (alone|on your own|by yourself|to my (house|flat|home|car))|meet up (alone|just us|in private|privately)|i'll pick you up|i can give you a lift|come round to (mine|my)|you're (so )?(special|mature) (to me|for your age)|are you home alone|are your parents (home|in|out))
`);

/** The school's own private channels: less grave, still a way around the policy. */
export const toUs = phrases(`
(dm|pm|private message|direct message|inbox|snap|slide into) (us|the (school|page|class|office)|our (page|account|inbox|dms))
(send|drop|ping|shoot) us a (dm|pm|private message|direct message)
(join|added to|add you to|sign up to|link to) ((our|the|a|this|class|year \\d{1,2}|parents?'?) ){1,3}(whatsapp|facebook|telegram|discord|snapchat|messenger|signal)( (group|chat|server|community|channel))?
(whatsapp|messenger|telegram|discord|snapchat) (group|chat|server) (for|is|link|has|here|to)
(our|class|the class|year \\d{1,2}) (whatsapp|discord|snapchat|telegram) (group|server|chat)
`);
