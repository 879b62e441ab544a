// Wording that shows somebody else's work being used.
import { phrases } from './phrases.ts';

const where = `(google( images)?|the internet|the web|the net|online|pinterest|netflix|disney( plus|\\+)?|the bbc|bbc|youtube|tiktok|instagram|facebook|twitter|getty( images)?|shutterstock|alamy|istock|adobe stock|amazon|spotify|a (website|book|magazine|newspaper|textbook)|another school('s)?( website| page)?|(the )?(guardian|times|telegraph|mirror|sun|mail|daily mail|tes)|someone's (page|website|blog)|somebody else's|twinkl|white rose|the publisher)`;
const work = `(photos?|photographs?|pictures?|pics?|images?|videos?|clips?|film|songs?|music|artwork|cartoons?|drawings?|illustrations?|logos?|articles?|pages?|chapters?|worksheets?|text|poems?|lyrics|story|it|this|that|these|them|one|recording)`;

export const taken = phrases(`
(took|taken|copied|borrowed|lifted|downloaded|screenshot(ted)?|screen grabbed|grabbed|ripped|nicked|saved|pinched|pulled|recorded|filmed|pasted|reposted|reused|sourced|stolen) ((${work}|straight|directly|some|a|an|the|this|our|these|great|lovely|nice|\\p{L}+) ){0,3}(from|off) ${where}
(found|got) ((this|that|these|the|a|an|some|lovely|great|nice|funny) ){0,3}${work} (from|off|on|in) ${where}
${work} (is |are |was |were )?(copied|taken|borrowed|lifted|screenshotted|ripped|grabbed|pinched|from|courtesy of|via) (${where})
(scan|scans|scanned|photocopied|photocopy|photo(s|graph)? of) ((of|the|a|some|every|all|pages?|chapter|whole|entire|full) ){1,4}(book|textbook|pages|chapters?|novel|score|sheet music|workbook|anthology)
(full|complete|all the|here are the|whole) ((free|copyrighted) )?(lyrics|script|screenplay|sheet music|book (as a )?pdf|pdf of the (book|novel|textbook)|text of the (book|poem|novel|song)|film|movie|episode|album)( (here|below|to|of|for|is|:))
(watch|stream|download) ((the|this|it|a|full|whole|entire|free|\\p{L}+) ){1,5}(film|movie|episode|album|book|game|software)s? (here|free|for free|below|at this link|online free)
(cracked|pirated|bootleg|ripped|torrent(ed)?|free (pdf|download) of) ((the|a|this|copies|copy|version|of|new) ){0,3}\\p{L}+
(we|i) (don't|do not|didn't|did not) (own|have) (the )?(rights?|copyright|permission)|no copyright (infringement )?intended|without (the )?(author|artist|photographer|publisher|owner)('s)? permission|didn't ask (the )?(author|artist|photographer|publisher|permission)|(all credit|credit) (to|goes to) (the )?(owner|artist|photographer|creator|whoever|unknown)
(photos?|images?|pictures?|credit|source) ?: ?(getty|shutterstock|alamy|reuters|bbc|disney|netflix|google|internet|pinterest|unknown|istock|adobe stock|twitter|instagram|facebook)
(photo|image|picture|video|artwork|illustration|words|music|lyrics) ?(credit|courtesy|copyright|by|©|\\(c\\)) ?:? ?((getty|shutterstock|alamy|reuters|ap|pa|afp|bbc|disney|sky|itv|netflix|unknown|internet|google|owner|artist|respective owners?)( images| news)?)
(©|\\(c\\)|copyright) ?(\\d{4} )?(getty|shutterstock|alamy|disney|warner|bbc|sky|universal|marvel|nintendo|penguin|pearson|twinkl|hodder|harpercollins|bloomsbury|oxford|cambridge|the times|reuters)
all rights reserved
`);
