// What an error of SMTP means, in the closed list of problems.
import type { SendOutcome } from '#features/mail/ports.ts';

type Problem = Extract<SendOutcome, { readonly outcome: 'failed' }>['problem'];

/** The connection went away without a word. */
export class Lost extends Error {
  readonly code = 'ECONNECTION';
}

export class Slow extends Error {
  readonly code = 'ETIMEDOUT';
}

/** The server stands in a network that whoever named it may not reach into. */
export class NotPublic extends Error {
  readonly code = 'ENOTPUBLIC';
}

interface SmtpError {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly message: string;
  /** Set by us: it happened before any letter. */
  readonly opening?: boolean;
  /** Set by us: the server may have the whole letter. */
  readonly handedOver?: boolean;
}

export function outcomeOf(thrown: unknown): SendOutcome {
  const error = thrown as SmtpError;
  // With an answer the server has decided. Without one, nobody knows whether it had.
  if (error.handedOver === true && error.responseCode === undefined) return { outcome: 'unsure', answer: '' };
  const problem = problemOf(error);
  return { outcome: 'failed', problem, answer: quoted(error, problem).replaceAll(/\s+/g, ' ').trim() };
}

/** Word for word only what a mail server answered, or what is wrong with its certificate: anything else is not quoted. */
function quoted(error: SmtpError, problem: Problem): string {
  if (ANSWER_OF_A_MAIL_SERVER.test(answerOf(error))) return answerOf(error);
  return problem === 'certificate' ? error.message : '';
}

const ANSWER_OF_A_MAIL_SERVER = /^[2-5]\d\d(?:[ -]|$)/;

function problemOf(error: SmtpError): Problem {
  const { responseCode } = error;
  if (responseCode === undefined) return withoutAnswer(error);
  const about = `${error.command ?? ''}`;
  const later = responseCode >= 400 && responseCode < 500;
  if (about.startsWith('AUTH')) return later ? 'try-later' : 'sign-in-refused';
  if (NEEDS_SIGN_IN.has(responseCode) || (responseCode === 550 && /5\.7\.(1|57).*authenticat/i.test(answerOf(error))))
    return 'sign-in-needed';
  if (later) return 'try-later';
  if (/SendAsDenied|5\.7\.60|5\.2\.252/.test(answerOf(error))) return 'from-refused';
  if (about === 'MAIL FROM') return 'from-refused';
  if (about === 'RCPT TO') return 'recipient-refused';
  if (about === 'STARTTLS') return 'tls-mismatch';
  if (about === 'DATA') return 'message-refused';
  return 'server-answer';
}

const NEEDS_SIGN_IN = new Set([530, 538]);
const answerOf = ({ response = '' }: SmtpError): string => response;

function withoutAnswer({ code, originalCode, command, message, opening }: SmtpError): Problem {
  const cause = originalCode ?? code ?? '';
  if (code === 'ENOTPUBLIC') return 'not-public';
  if (code === 'EDNS' || /^(ENOTFOUND|EAI_)/.test(cause)) return 'name-unknown';
  if (['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'].includes(cause)) return 'port-refused';
  if (CERTIFICATE.test(cause) || CERTIFICATE.test(message)) return 'certificate';
  if (
    code === 'ETLS' ||
    /^(ERR_SSL|EPROTO$)/.test(cause) ||
    /wrong version number|SSL routines|STARTTLS/i.test(message)
  )
    return 'tls-mismatch';
  if (code === 'EAUTH' || code === 'ENOAUTH') return command === 'API' ? 'sign-in-needed' : 'sign-in-refused';
  if (code === 'ETIMEDOUT') return opening === true ? 'no-answer' : 'too-slow';
  if (code === 'EPROTOCOL') return 'server-answer';
  if (code === 'EENVELOPE') return 'recipient-refused';
  return 'connection-lost';
}

const CERTIFICATE =
  /CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|SELF_SIGNED|ALTNAME|self-signed certificate|certificate has expired/;
