// Advertising and private selling. The school fair, uniform and sponsored walks are the school's own business.
import { phrases } from './phrases.ts';

const mine = `(my|my own|my (wife|husband|partner|sister|brother|mum|dad|son|daughter|friend|mate|cousin|neighbour)'?s|his|her|their)`;

export const selling = phrases(`
${mine} ((own|new|small|little|online|family|home|side|amazing|latest|side hustle) ){0,3}(business|businesses|shop|etsy( shop| store)?|ebay|vinted|depop|store|company|salon|side hustle|start up|startup|brand|stall|boutique|cafe|restaurant|gym|studio|agency|podcast|patreon|onlyfans|youtube channel|tutoring|tuition|private tuition|tutoring (service|services|business)|gofundme|go fund me|just giving|justgiving|crowdfunder|crowdfunding( page)?|fundraising page|book is (out|available|on sale)|(new )?(novel|album|single|ep|course) is|products?|services|price list|prices|rates|amazon|franchise|downline|party plan)
(donate|chip in|contribute|give generously) ((what you can|whatever you can|please|now) )?(to|towards) my ((own|personal|\\p{L}+) ){0,2}(fund|appeal|page|holiday|savings|gofundme|trip|wedding|honeymoon|house|car|challenge)
(buy|order|book|purchase|hire|get (it|yours|them)|available|shop) ((it|yours|them|some|now|today|one|your \\p{L}+) ){0,2}(from|with|through|via|off) (me|my|my (\\p{L}+ )?(shop|website|store|page|etsy|link|business))
(i'm|i am|we're personally|i have|i've got|i also|i can) ((now|currently|also|still) ){0,2}(selling|sell|offering|offer|taking orders|taking bookings|accepting clients|an? (avon|tropic|body shop|usborne|herbalife|scentsy|arbonne|younique|juice plus|forever living|slimming world|independent|stella and dot|utility warehouse|oriflame) ?(rep|ambassador|consultant|distributor|partner|agent|stylist|coach)?|available for (private )?(tuition|tutoring|hire|weddings|babysitting|bookings|lessons))
(selling|for sale) ?:? (my|our family|a used|one careful)
(my|our family's) ((old|used|nearly new) ){0,2}(\\p{L}+ ){1,2}(is |are )?(for sale|going cheap|up for grabs)
(private|one to one|1 to 1|1:1|home) (tuition|tutoring|lessons|coaching|tutor) ((with|from|by|at|available|for|starting|sessions?) ){1,2}(me|my|£|home|only|just|reasonable|good rates|competitive)
`);

export const marketing = phrases(`
(use|with|enter|quote|apply|using) ((my|our|the|this|promo|discount|voucher|referral|special|exclusive|affiliate) ){1,3}(code|link|discount)
(referral|affiliate|promo|promotional|discount|coupon) (code|link|links|codes)
(refer a friend|sign up through (my|our|this) link|earn commission|i earn|i get (a )?(commission|cut|bonus|percentage)|commission (on|for) (every|each)|paid partnership|paid promotion|sponsored (post|content)|in partnership with our sponsors?|brought to you by|#ad|gifted by|ad :|brand ambassador)
(\\d{1,2} ?% off|half price|buy one get one( free)?|bogof|special offer|limited time offer|flash sale|black friday deals?|best prices? in town|lowest prices|hurry while stocks last|while stocks last|exclusive (deal|offer|discount)|order now|buy now|shop now|book now to save|free quote|call now for)( (at|on|from|for|all|your|our|every|with|in)){0,2}
(work from home|be your own boss|financial freedom|passive income|get rich|earn (£|\\$|up to|extra|money|thousands)|make money (from|fast|online)|business opportunity|join my team|ground floor opportunity|bitcoin|crypto(currency)? (investment|trading|opportunity)|forex|invest (in|with) (me|us|crypto|bitcoin)|guaranteed returns?|double your money|online casino|betting tips|free bets?|payday loans?)
(local|trusted|recommended|favourite|great) ((plumber|builder|electrician|estate agents?|solicitors?|accountants?|garage|car dealer|letting agents?|mortgage (adviser|broker)|decorator|window cleaner|hairdresser|nail bar|takeaway))( (is|are|now|at|for|has|call|offering|offers)){1,2}
`);

/** Sales that are the school's own affair. */
export const ownAffair = phrases(
  `(pta|ptfa|friends of|school fund|for the school|school fair|fete|summer fair|christmas fair|uniform|book fair|cake sale|bake sale|tickets?|raffle|year ?book|leavers'? hoodies?|school photos?|book bags?|enterprise|young enterprise|fundrais(er|ing) for (the )?(school|our)|in aid of|charity|children in need|comic relief|red nose|macmillan|jeans for genes|save the children|world book day|school shop|parentpay|pupils|children)`,
);
