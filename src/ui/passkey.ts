// What script adds where a passkey can be used: it asks the browser for one, and puts the answer into the form around it.
// `[data-passkey]` holds what is wanted as JSON; a hidden field in it takes the answer; its button begins.

interface Named {
  readonly id: string;
  readonly type: 'public-key';
  readonly transports?: AuthenticatorTransport[];
}
interface Wanted {
  readonly challenge: string;
  readonly user?: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly allowCredentials?: readonly Named[];
  readonly excludeCredentials?: readonly Named[];
}

if (typeof PublicKeyCredential === 'function') {
  const byName = new AbortController();
  for (const offer of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    offer.hidden = false;
    offer.querySelector('button')?.addEventListener('click', (event) => {
      event.preventDefault();
      byName.abort();
      void begin(offer);
    });
    if (offer.dataset['passkey'] === 'by-name') void offerByName(offer, byName.signal);
  }
}

async function begin(offer: HTMLElement): Promise<void> {
  say(offer, 'Your browser is asking for it …');
  try {
    hand(offer, await ask(offer));
  } catch (error) {
    say(offer, wordsFor(error));
  }
}

/** Browsers that can offer passkeys in the field for the e-mail address, among what they would fill in there. */
async function offerByName(offer: HTMLElement, signal: AbortSignal): Promise<void> {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  try {
    hand(offer, await ask(offer, { mediation: 'conditional', signal }));
  } catch {
    // Nobody chose one, or the button was pressed instead.
  }
}

async function ask(offer: HTMLElement, how: CredentialRequestOptions = {}): Promise<PublicKeyCredential> {
  const { user, ...wanted } = JSON.parse(offer.dataset['wanted']!) as Wanted;
  const plain = { ...wanted, challenge: bytes(wanted.challenge) };
  const found =
    user === undefined
      ? await navigator.credentials.get({
          ...how,
          publicKey: {
            ...plain,
            allowCredentials: named(wanted.allowCredentials),
          } as PublicKeyCredentialRequestOptions,
        })
      : await navigator.credentials.create({
          publicKey: {
            ...plain,
            user: { ...user, id: bytes(user.id) },
            excludeCredentials: named(wanted.excludeCredentials),
          } as unknown as PublicKeyCredentialCreationOptions,
        });
  if (!(found instanceof PublicKeyCredential)) throw new Error('no passkey');
  return found;
}

/** Where the form is about nothing else it goes off by itself; else the person presses what they were about to press. */
function hand(offer: HTMLElement, found: PublicKeyCredential): void {
  const field = offer.querySelector<HTMLInputElement>('input[type=hidden]')!;
  field.value = JSON.stringify(plainly(found));
  if (offer instanceof HTMLFormElement) offer.requestSubmit();
  else say(offer, 'Your passkey is shown. Now go on below.');
}

function plainly({ id, rawId, type, response }: PublicKeyCredential): object {
  const common = { id, rawId: text(rawId), type, clientExtensionResults: {} };
  const clientDataJSON = text(response.clientDataJSON);
  if (response instanceof AuthenticatorAttestationResponse) {
    const attestationObject = text(response.attestationObject);
    return { ...common, response: { clientDataJSON, attestationObject, transports: response.getTransports?.() ?? [] } };
  }
  const { authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse;
  const owner = userHandle === null ? {} : { userHandle: text(userHandle) };
  return {
    ...common,
    response: { clientDataJSON, authenticatorData: text(authenticatorData), signature: text(signature), ...owner },
  };
}

function wordsFor(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'InvalidStateError') return 'This device has a passkey for you already.';
  if (name === 'NotAllowedError') return 'No passkey was used. You can try once more.';
  return 'The browser would not do it. Use another way below, or another browser.';
}

const say = (offer: HTMLElement, words: string): void => {
  const said = offer.querySelector('[role=status]');
  if (said) said.textContent = words;
};

const named = (list: readonly Named[] = []) => list.map((one) => ({ ...one, id: bytes(one.id) }));

/** base64url, as JSON carries what is bytes here. */
function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
