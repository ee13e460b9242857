/** Whether a terminal believes the server: as its system does, or by the office's own authority that it was given. */
import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/** @param pem of the server. @param now milliseconds since 1970. */
export function isOfAuthority(pem: string, authority: string, { host, now }: { host: string; now: number }): boolean {
  const [shown, signer] = [new X509Certificate(pem), new X509Certificate(authority)];
  const isSigned = shown.checkIssued(signer) && shown.verify(signer.publicKey);
  const isNow = Date.parse(shown.validFrom) <= now && now <= Date.parse(shown.validTo);
  const isNamed = (isIP(host) === 0 ? shown.checkHost(host, { subject: 'never' }) : shown.checkIP(host)) !== undefined;
  return isSigned && isNow && isNamed;
}
