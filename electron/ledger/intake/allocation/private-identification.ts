/**
 * Which of a person's identifications in PrvtId is the ID number (docs/formats.md 3): the one whose scheme is NIDN (ISO
 * 20022 ExternalPersonIdentification1Code, national identity number), else the one that is a resident ID number, else
 * the first.
 */
import { isResidentIdNumber } from '../../numbers/resident-id.ts';

const NATIONAL_IDENTITY = 'NIDN';

export class PrivateIdentification {
  #id = '';
  #scheme = '';
  #chosen = '';
  #count = 0;
  /** Of the chosen one; 0 while it is the only one, which nearly everybody has and nobody needs to look at. */
  #rank = 0;

  /** A new person. */
  clear(): void {
    this.#chosen = '';
    this.#count = 0;
    this.#rank = 0;
  }

  takeId(text: string): void {
    this.#id = text;
    this.#scheme = '';
  }

  takeScheme(text: string): void {
    this.#scheme = text.trim();
  }

  /** One identification is complete; of equally good ones the first counts. */
  close(): void {
    this.#count += 1;
    if (this.#count === 1) {
      this.#chosen = this.#id;
      this.#rank = this.#scheme === NATIONAL_IDENTITY ? BEST : 0;
      return;
    }
    if (this.#rank === 0) this.#rank = rankOf(this.#chosen, '');
    const rank = rankOf(this.#id, this.#scheme);
    if (rank <= this.#rank) return;
    this.#chosen = this.#id;
    this.#rank = rank;
  }

  /** As written; empty when there is none. */
  get idNumber(): string {
    return this.#chosen;
  }
}

const BEST = 3;

function rankOf(id: string, scheme: string): number {
  if (scheme === NATIONAL_IDENTITY) return BEST;
  return isResidentIdNumber(id) ? 2 : 1;
}
