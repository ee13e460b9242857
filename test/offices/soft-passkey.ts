/** A passkey in a program: what an authenticator answers (WebAuthn level 3), made by hand and not by the library that checks it. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const url = (bytes: string | Uint8Array): string => Buffer.from(bytes).toString('base64url');

interface Signing {
  readonly challengeId: string;
  readonly origin: string;
  readonly site: string;
}

export class SoftPasskey {
  readonly #id = randomBytes(16);
  readonly #key: KeyObject;
  readonly #point: Buffer;
  /** Of its uses, as it says itself. */
  uses = 0;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#key = privateKey;
    this.#point = Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  }

  registers({ challengeId, origin, site }: Signing): string {
    const data = Buffer.concat([
      ...[this.#head(site, USER_PRESENT | USER_VERIFIED | HAS_CREDENTIAL), Buffer.alloc(16)],
      ...[Buffer.from([0, this.#id.length]), this.#id, this.#coseKey()],
    ]);
    // { "fmt": "none", "attStmt": {}, "authData": data }
    const attestation = Buffer.concat([
      ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData')],
      ...[Buffer.from([0x58, data.length]), data],
    ]);
    const said = clientData('webauthn.create', challengeId, origin);
    return this.#answer({ clientDataJSON: url(said), attestationObject: url(attestation), transports: ['internal'] });
  }

  signs({ challengeId, origin, site }: Signing, flags = USER_PRESENT | USER_VERIFIED): string {
    this.uses += 1;
    const head = this.#head(site, flags);
    const said = clientData('webauthn.get', challengeId, origin);
    const signature = sign('sha256', Buffer.concat([head, sha256(said)]), this.#key);
    return this.#answer({ clientDataJSON: url(said), authenticatorData: url(head), signature: url(signature) });
  }

  #answer(response: Readonly<Record<string, unknown>>): string {
    const id = url(this.#id);
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }

  #head(site: string, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.uses);
    return Buffer.concat([sha256(site), Buffer.from([flags]), counter]);
  }

  /** ES256 on P-256 (RFC 9053). */
  #coseKey(): Buffer {
    const part = (name: number, at: number): Buffer[] => [
      Buffer.from([name, 0x58, 32]),
      this.#point.subarray(at, at + 32),
    ];
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]),
      ...part(0x21, 0),
      ...part(0x22, 32),
    ]);
  }
}

/** A CBOR text of fewer than 24 bytes. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 | value.length]), Buffer.from(value)]);
}

function clientData(type: string, challengeId: string, origin: string): string {
  return JSON.stringify({ type, challenge: url(challengeId), origin, crossOrigin: false });
}
