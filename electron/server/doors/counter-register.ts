/** Which certificates are counters of this office. The door asks at every connection. */
import type { CounterKind } from '../../contract/administration/counter-kinds.ts';

export interface RegisteredCounter {
  /** The counter's number in the office, as the audit record has it. */
  readonly number: string;
  readonly kind: CounterKind;
  readonly state: 'active' | 'revoked';
}

export interface CounterRegister {
  /**
   * Null where no counter has it. Throws RefusalError where the books cannot say, as on a full disk.
   * @param serial of the certificate, as `serialText` writes it.
   */
  readonly find: (serial: string) => Promise<RegisteredCounter | null>;
}
