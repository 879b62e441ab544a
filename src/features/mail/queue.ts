// Asks for a mail, in the same commit as whatever it tells of. It goes out after that, once.
import type { Context } from '#kernel/context.ts';
import { fail } from '#kernel/errors.ts';
import { Secret } from '#kernel/secret.ts';
import { mailWaits } from './events.ts';
import { keptSchema } from './facts.ts';
import { insertMessage } from './queries.ts';
import { serverInUse } from './server-queries.ts';
import { carriesLink } from './template.ts';
import { templateNamed, type FactsOf, type TemplateName } from './templates.ts';

export interface WantedMail<Name extends TemplateName> {
  /** A person gets it at the address that they have when it is sent. */
  readonly to: { readonly personId: string } | { readonly address: string };
  readonly template: Name;
  readonly facts: FactsOf<Name>;
  /** Asked twice with one key, sent once: `invitation:<id>`. */
  readonly key: string;
  /** The secret of the link, for a template that carries one: locked at once, forgotten when the mail is out. */
  readonly token?: string;
}

/** `no-server`: this school has no mail, so nothing was queued and the caller goes on without. */
export type Asked = 'queued' | 'asked-before' | 'no-server';

export async function queueMail<const Name extends TemplateName>(
  context: Context,
  { to, template: name, facts, key, token }: WantedMail<Name>,
): Promise<Asked> {
  const { db, scopeId, at, now, newId } = context;
  const template = templateNamed(name);
  if (carriesLink(template) !== (token !== undefined)) throw new Error(`${name} and its link do not fit.`);
  if (!(await serverInUse(db))) return 'no-server';
  const id = newId();
  const isNew = await insertMessage(db, scopeId, {
    id,
    key,
    personId: 'personId' in to ? to.personId : null,
    address: 'address' in to ? to.address : '',
    template: name,
    facts: keptSchema(template.facts).parse(facts),
    linkBox: token === undefined ? null : context.lock(new Secret(token), 'mail', `mail-message/${id}`),
    urgent: template.urgent,
    askedAt: now,
    giveUpAt: at.add({ hours: template.hours }).toString(),
  });
  if (!isNew) return 'asked-before';
  context.emit(mailWaits, {}, { key: 'send' });
  return 'queued';
}

/** Where somebody asks for a mail outright. @throws when there is no mail server */
export function mustBeQueued(asked: Asked): void {
  if (asked !== 'no-server') return;
  throw fail.conflict({
    code: 'no-mail-server',
    message: 'No mail server is set, so nothing can be sent by mail.',
    remedy: 'Copy the link and hand it over, or have the system administrator set a mail server on the mail page.',
  });
}
