/**
 * The certificate that the server shows: made anew before it runs out, and when this computer has come to be reached by other names or
 * addresses, so that a counter finds it wherever it is.
 */
import { certificateState } from './certificate-rules.ts';
import type { OfficeAuthority, TlsIdentity } from './office-authority.ts';

export interface ServerPlace {
  readonly authority: OfficeAuthority;
  /** The id of the office. */
  readonly office: string;
  /** By which a counter may ask for this computer now. */
  readonly names: () => readonly string[];
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
}

export class ServerCertificate {
  readonly #place: ServerPlace;
  #names: readonly string[];
  #identity: TlsIdentity & { readonly until: number };

  private constructor(place: ServerPlace, names: readonly string[], identity: TlsIdentity & { until: number }) {
    this.#place = place;
    this.#names = names;
    this.#identity = identity;
  }

  static async of(place: ServerPlace): Promise<ServerCertificate> {
    const names = place.names();
    return new ServerCertificate(place, names, await issued(place, names));
  }

  get identity(): TlsIdentity {
    return this.#identity;
  }

  /** Looks whether it still serves; answers the one that takes its place, null while it does. */
  async look(): Promise<TlsIdentity | null> {
    const names = this.#place.names();
    const isGood = certificateState({ from: 0, until: this.#identity.until }, this.#place.now()) === 'good';
    if (isGood && names.join(' ') === this.#names.join(' ')) return null;
    this.#names = names;
    this.#identity = await issued(this.#place, names);
    return this.#identity;
  }
}

function issued({ authority, office, now }: ServerPlace, names: readonly string[]) {
  return authority.issueServer(office, names, now());
}
