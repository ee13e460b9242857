/**
 * Which of a person's identifications in PrvtId is the ID number (FORMATS.md): the one whose scheme is NIDN (ISO 20022
 * ExternalPersonIdentification1Code, national identity number), else the one that is a resident ID number, else the first.
 */
import { isResidentIdNumber } from '../domain/resident-id.ts';

const NATIONAL_IDENTITY = 'NIDN';

export class PrivateIdentification {
  #id = '';
  #scheme = '';
  #chosen = '';
  #rank = 0;

  /** A new person. */
  clear(): void {
    [this.#id, this.#scheme, this.#chosen, this.#rank] = ['', '', '', 0];
  }

  takeId(text: string): void {
    this.#id = text;
  }

  takeScheme(text: string): void {
    this.#scheme = text.trim();
  }

  /** One identification is complete; of equally good ones the first counts. */
  close(): void {
    const rank = this.#scheme === NATIONAL_IDENTITY ? 3 : isResidentIdNumber(this.#id) ? 2 : 1;
    if (rank > this.#rank) [this.#chosen, this.#rank] = [this.#id, rank];
    [this.#id, this.#scheme] = ['', ''];
  }

  /** As written; empty when there is none. */
  get idNumber(): string {
    return this.#chosen;
  }
}
