/** Bank, name and clock of the office, for a window without a signed-in clerk. */
import type { AskLedger } from '../ledger-link/ask-ledger.ts';

export interface SignText {
  /** Empty while there is no office to name. */
  readonly officeName: string;
  /** Empty while the office has not set it. */
  readonly bankName: string;
  /** Null until the office has said it: the zone of this machine may be another. */
  readonly timeZone: string | null;
}

export class OfficeSign {
  readonly #ask: AskLedger;
  #text: SignText = { officeName: '', bankName: '', timeZone: null };

  constructor(ask: AskLedger) {
    this.#ask = ask;
  }

  /** As last read. */
  get text(): SignText {
    return this.#text;
  }

  /** While the ledger cannot be asked, what the sign says stays. */
  async readAgain(): Promise<void> {
    const status = await this.#ask('office.status', {}, { counter: 'customer', session: null });
    if (!status.ok || status.value.office === null) return;
    const { name, timeZone } = status.value.office;
    this.#text = { officeName: name, bankName: status.value.bankName, timeZone };
  }
}
