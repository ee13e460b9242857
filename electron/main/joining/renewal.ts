/** The certificate of this counter renews itself: over the line, by the old one, which serves until the new one has been used. */
import type { AskLedger } from '../ledger-link/ask-ledger.ts';
import type { Asker } from '../ledger-link/ledger-link.ts';
import { isOurs, isToBeRenewed, isToBeUsed } from './certificate-rules.ts';
import type { Joining, KeptJoining } from './kept-joining.ts';

export interface Renewal {
  readonly kept: KeptJoining;
  readonly ask: AskLedger;
  readonly asker: Asker;
  /** Whether the joining is still the one that was looked at: it may be left, or moved, while the server answers. */
  readonly isCurrent: () => boolean;
  readonly note: (event: string, details: Readonly<Record<string, string>>) => void;
}

/**
 * Answers the joining with its renewed certificate; `to be used` where one waits on a line that has lasted long; null where there is
 * nothing to do now. What is refused is tried again another day: there are months of them. Throws RefusalError for what the disk does.
 * @param now by this computer's clock; the server judges by its own.
 */
export async function renewCertificate(
  { kept, ask, asker, isCurrent, note }: Renewal,
  joining: Joining,
  now: number,
): Promise<Joining | 'to be used' | null> {
  const { current, next } = joining;
  if (next !== null) return isToBeUsed(current.certificate, now) ? 'to be used' : null;
  if (!isToBeRenewed(current.certificate, now)) return null;
  const { keyId, csr } = kept.request();
  const reply = await ask('counter.renew', { csr }, asker);
  if (!reply.ok) {
    note('certificate not renewed', { code: reply.error.code });
    return null;
  }
  if (!isCurrent()) return null;
  const renewed = { keyId, certificate: reply.value.certificate };
  if (!isOurs(renewed.certificate, kept.identity(joining, renewed))) {
    note('certificate not renewed', { code: 'another key or authority' });
    return null;
  }
  const withNext = { ...joining, next: renewed };
  kept.write(withNext);
  kept.endRequest();
  return withNext;
}
