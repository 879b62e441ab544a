// Days as an iCalendar file (RFC 5545), as calendar programs read it. Pure.
export interface CalendarDay {
  readonly id: string;
  /** Year-month-day: the whole day. */
  readonly on: string;
  readonly title: string;
  readonly url: string;
}

/** @param today when the text is made, year-month-day: within a day the same dates give the same text */
export function calendarText(name: string, days: readonly CalendarDay[], today: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gatepost//Policy dates//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...days.flatMap(({ id, on, title, url }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}@gatepost`,
      `DTSTAMP:${plain(today)}T000000Z`,
      `DTSTART;VALUE=DATE:${plain(on)}`,
      `DTEND;VALUE=DATE:${plain(Temporal.PlainDate.from(on).add({ days: 1 }).toString())}`,
      `SUMMARY:${escaped(title)}`,
      `URL:${url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const plain = (date: string): string => date.replaceAll('-', '');
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r\n|\r|\n/g, '\\n');

const MOST_OCTETS = 75;
/** No line is longer than 75 octets, and none is cut within a letter (RFC 5545 §3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
