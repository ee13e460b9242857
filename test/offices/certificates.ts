/** A counter's key and its request for a certificate, as its desktop makes them. */
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import type { CounterPlace, OfficeAuthority, TlsIdentity } from '../../electron/server/identity/office-authority.ts';

x509.cryptoProvider.set(crypto);

interface Oddity {
  /** Another key signs the request. */
  readonly forged?: boolean;
  readonly curve?: string;
}

export async function certificateRequest(
  name: string,
  { forged = false, curve = 'P-256' }: Oddity = {},
): Promise<{ readonly key: string; readonly request: Uint8Array<ArrayBuffer> }> {
  const algorithm = { name: 'ECDSA', namedCurve: curve };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const other = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name,
    keys: forged ? { publicKey: keys.publicKey, privateKey: other.privateKey } : keys,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
  });
  const key = x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return { key, request: new Uint8Array(request.rawData) };
}

/** A counter that has joined: what its line shows, and the serial under which the server finds it. */
export async function joinedCounter(
  authority: OfficeAuthority,
  place: CounterPlace,
  now = Date.now(),
): Promise<TlsIdentity & { readonly serial: string }> {
  const { key, request } = await certificateRequest('CN=new');
  const { certificate, serial } = await authority.signCounter(request, place, now);
  return { key, certificate, authority: authority.certificate, serial };
}
