// Reads a report of mail that came back (RFC 3464): pasted whole, or as a program passes it on.

export interface BounceReport {
  /** `<…>` of the message that came back; null where the report does not say. */
  readonly messageId: string | null;
  readonly address: string | null;
  readonly answer: string;
  /** Only delayed so far: it may still arrive. */
  readonly isDelay: boolean;
}

const field = (text: string, name: string): string | null =>
  new RegExp(`^${name}:[ \\t]*(.+(?:\\r?\\n[ \\t]+.+)*)`, 'im').exec(text)?.[1]?.replaceAll(/\s+/g, ' ').trim() ?? null;

/** `rfc822; somebody@example.org` → `somebody@example.org` */
const withoutType = (value: string | null): string | null => value?.replace(/^[\w-]+;\s*/, '').trim() || null;

/** @returns null for a text that is no such report */
export function readBounceReport(text: string): BounceReport | null {
  const address = withoutType(field(text, 'Original-Recipient') ?? field(text, 'Final-Recipient'));
  const action = field(text, 'Action')?.toLowerCase() ?? null;
  const status = field(text, 'Status');
  if (address === null || (action === null && status === null)) return null;
  return {
    messageId: originalMessageId(text),
    address,
    answer: withoutType(field(text, 'Diagnostic-Code')) ?? status ?? '',
    isDelay: action === 'delayed' || (action === null && status?.startsWith('4') === true),
  };
}

/** The report has a Message-ID of its own at its head; ours stands in the copy of what we sent, after the recipient. */
function originalMessageId(text: string): string | null {
  const named = field(text, 'Original-Message-ID') ?? field(text, 'X-Original-Message-ID');
  if (named !== null) return named;
  const after = text.slice(text.search(/^Final-Recipient:/im));
  return field(after, 'Message-ID');
}
