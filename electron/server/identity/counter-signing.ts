/** The office's authority as the ledger asks it to sign: it says whom the books have made a counter, and this signs. */
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { LedgerOptions } from '../../ledger/dispatch/office-folder.ts';
import type { OfficeAuthority } from './office-authority.ts';

type CertificateAuthority = Required<LedgerOptions>['authority'];

/** The books are opened before the authority is read, because an office without a folder to lock has none. */
export class CounterSigning implements CertificateAuthority {
  #authority: OfficeAuthority | null = null;

  begin(authority: OfficeAuthority): void {
    this.#authority = authority;
  }

  get fingerprint(): string {
    return fingerprintDigits(this.#begun.fingerprint);
  }

  get officeCertificate(): string {
    return this.#begun.certificate;
  }

  async sign(...[request, { officeId: office, number, kind }]: Parameters<CertificateAuthority['sign']>) {
    try {
      const signed = await this.#begun.signCounter(request, { office, number, kind }, Date.now());
      return { serial: signed.serial, certificate: signed.certificate, endsAt: signed.until as Instant };
    } catch (error) {
      if (error instanceof RefusalError && error.refusal.code === 'INPUT_INVALID') return null;
      throw error;
    }
  }

  get #begun(): OfficeAuthority {
    if (this.#authority === null) throw new Error('the office signs before its authority was read');
    return this.#authority;
  }
}

/** What people compare as groups of four, as the digits that are proven. */
export function fingerprintDigits(text: string): string {
  return text.replaceAll(' ', '').toLowerCase();
}
