// For tests: a passkey made of software, which signs what a browser would sign, and lies where a test wants it to.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** It did not ask for finger, face or PIN. */
  readonly unverified?: boolean;
  readonly type?: string;
}

interface Ask {
  readonly challenge: string;
}

/** @param counts an authenticator that counts its uses; those of telephones stay at 0 */
export function softwarePasskey(origin: string, { counts = true } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  const { x, y } = publicKey.export({ format: 'jwk' });
  let counter = 0;
  let owner: string | undefined;

  const clientData = (type: string, challenge: string, lies: Lies) =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const authenticatorData = (lies: Lies, attested: Buffer = Buffer.alloc(0)) => {
    if (counts) counter++;
    const flags = 0x01 | (lies.unverified === true ? 0 : 0x04) | (attested.length > 0 ? 0x40 : 0);
    const tail = Buffer.alloc(5);
    tail.writeUInt8(flags);
    tail.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(lies.rpId ?? new URL(origin).hostname), tail, attested]);
  };
  const answer = (response: Record<string, unknown>) =>
    JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });

  return {
    id: id.toString('base64url'),
    /** As if it had been copied: it counts on from here. */
    countFrom: (count: number) => void (counter = count),
    /** Says that it belongs to this login. */
    belongTo: (handle: string) => void (owner = handle),
    create(ask: Ask & { readonly user: { readonly id: string } }, lies: Lies = {}): string {
      owner = ask.user.id;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const cose = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(x!, 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y!, 'base64url'),
      ]);
      const authData = authenticatorData(lies, Buffer.concat([Buffer.alloc(16), length, id, cose]));
      const attestation = Buffer.concat([
        Buffer.from([0xa3, 0x63, ...Buffer.from('fmt'), 0x64, ...Buffer.from('none')]),
        Buffer.from([0x67, ...Buffer.from('attStmt'), 0xa0, 0x68, ...Buffer.from('authData'), 0x58, authData.length]),
        authData,
      ]);
      return answer({
        clientDataJSON: clientData('webauthn.create', ask.challenge, lies).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['usb'],
      });
    },
    get(ask: Ask, lies: Lies = {}): string {
      const client = clientData('webauthn.get', ask.challenge, lies);
      const data = authenticatorData(lies);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        ...(owner === undefined ? {} : { userHandle: owner }),
      });
    },
  };
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
