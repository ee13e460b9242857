/**
 * The key of this computer as a counter, and the request for a certificate over it. On the curve of every key of an office it is 32
 * bytes, so that it is kept as the office's own keys are (key-keeping.ts).
 */
import { createECDH, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { KEY_BYTES } from '../../contract/kernel/key-bytes.ts';

const CURVE = 'prime256v1';
/** An uncompressed point: a byte that says so, and two coordinates of 32 bytes (SEC 1, 2.3.3). */
const COORDINATE_BYTES = 32;

export function newCounterKey(): Uint8Array<ArrayBuffer> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: CURVE });
  const key = new Uint8Array(KEY_BYTES);
  const digits = Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url');
  key.set(digits, KEY_BYTES - digits.length);
  digits.fill(0);
  return key;
}

/** PEM, as TLS takes it. Throws for bytes that are no key of the curve. */
export function pemOfKey(key: Uint8Array): string {
  return keyObject(key).export({ type: 'pkcs8', format: 'pem' }).toString();
}

/**
 * A request for a certificate (PKCS #10, RFC 2986), DER. It names nobody and asks for nothing: who a counter is, the office decides,
 * and takes its public key alone.
 */
export function certificateRequest(key: Uint8Array): Uint8Array<ArrayBuffer> {
  const signing = keyObject(key);
  const publicKey = createPublicKey(signing).export({ type: 'spki', format: 'der' });
  const [version, nobody, noAttributes] = [element(INTEGER, Buffer.of(0)), element(SEQUENCE), element(ATTRIBUTES)];
  const content = element(SEQUENCE, version, nobody, publicKey, noAttributes);
  const signature = element(BIT_STRING, Buffer.of(0), sign('sha256', content, signing));
  const request = element(SEQUENCE, content, element(SEQUENCE, ECDSA_WITH_SHA256), signature);
  return Uint8Array.from(request);
}

function keyObject(key: Uint8Array): KeyObject {
  const pair = createECDH(CURVE);
  pair.setPrivateKey(key);
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 1 + COORDINATE_BYTES), point.subarray(1 + COORDINATE_BYTES)];
  const [d, ...xy] = [key, x, y].map((bytes) => Buffer.from(bytes).toString('base64url'));
  const jwk = { kty: 'EC', crv: 'P-256', d: d ?? '', x: xy[0] ?? '', y: xy[1] ?? '' };
  return createPrivateKey({ key: jwk, format: 'jwk' });
}

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const SEQUENCE = 0x30;
/** `[0]`, constructed: the attributes of a request. */
const ATTRIBUTES = 0xa0;
/** The object identifier 1.2.840.10045.4.3.2. */
const ECDSA_WITH_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex');

/** One element of DER (ITU-T X.690), of less than 64 KiB. */
function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...head), content]);
}
