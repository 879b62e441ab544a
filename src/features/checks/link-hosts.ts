// Hosts of links: shorteners, homes of free pages, and names that others like to imitate.
export const shorteners: ReadonlySet<string> = new Set(
  'bit.ly bitly.com tinyurl.com t.co goo.gl ow.ly buff.ly is.gd v.gd cutt.ly rb.gy shorturl.at tiny.cc rebrand.ly bl.ink t.ly lnkd.in soo.gd s.id qrco.de adf.ly shorte.st trib.al dlvr.it amzn.to ebay.us fb.me youtu.be.com linktr.ee.com short.io snip.ly bit.do tr.im u.to x.gd kutt.it urlz.fr shrtco.de po.st clck.ru vk.cc zpr.io wp.me surl.li n9.cl dub.sh me2.do chilp.it tny.im qr.ae 1url.com ity.im lnk.to han.gl'.split(
    ' ',
  ),
);

/** Names whose look-alikes are traps. */
export const imitated: readonly string[] =
  'google.com microsoft.com office.com facebook.com instagram.com paypal.com apple.com amazon.co.uk amazon.com parentpay.com scopay.com parentmail.co.uk classdojo.com arbor.sc tapestryjournal.com gov.uk nhs.uk hmrc.gov.uk twinkl.co.uk youtube.com twitter.com dropbox.com netflix.com barclays.co.uk lloydsbank.co.uk natwest.com santander.co.uk halifax.co.uk ofsted.gov.uk justgiving.com eventbrite.co.uk linkedin.com whatsapp.com school.com teams.com zoom.us bbc.co.uk'.split(
    ' ',
  );

/** Top-level names sold for nothing or passing for a file's ending, where traps are common. */
export const riskyEndings: ReadonlySet<string> = new Set(
  'tk ml ga cf gq zip mov xyz top click country kim science work party gdn rest quest cam icu sbs cfd'.split(' '),
);

/** At most one letter added, left out, changed or swapped with its neighbour. */
export const isOneLetterOff = (one: string, other: string): boolean => {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one.charAt(start) === other.charAt(start)) start++;
  let end = 0;
  while (
    end < Math.min(one.length, other.length) - start &&
    one.charAt(one.length - 1 - end) === other.charAt(other.length - 1 - end)
  )
    end++;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return (
    left.length === 2 && right.length === 2 && left.charAt(0) === right.charAt(1) && left.charAt(1) === right.charAt(0)
  );
};
