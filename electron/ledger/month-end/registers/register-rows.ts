/** Insured persons and designated institutions into the books: added when new, brought up to date when known. */
import type { BusinessDate } from '../../../contract/kernel/dates.ts';
import { accountNumber } from '../../numbers/account-number.ts';
import { isSameName } from '../../names/name-folding.ts';
import type { Writing } from '../../books/books.ts';
import {
  addTerminals,
  ALL_TERMINALS,
  findInstitution,
  removeTerminals,
  runningStops,
  saveInstitution,
  type DesignatedInstitution,
} from '../../office/designation-rows.ts';
import type { RehearsedRegister } from './rehearsed-register-rows.ts';
import { HolderChanges } from '../../account/holder-change-rows.ts';
import { payeeIndex } from '../../books/sealing/payee-text.ts';

export interface InsuredPerson {
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly employer: string;
  readonly insuranceNumber: string;
  readonly card: string;
  readonly openingDate: BusinessDate;
}

export type LoadVerdict =
  | 'added'
  | 'updated'
  | {
      readonly code: 'HOLDER_DIFFERS' | 'CARD_REPLACED' | 'ACCOUNT_CLOSED' | 'INSTITUTION_STOPPED';
      /** When name or ID number were corrected at the counter, if they were. */
      readonly correctedOn: BusinessDate | null;
    };

interface KnownCard {
  readonly payee_index: string;
  readonly holder_id: number;
  readonly card_status: 'active' | 'replaced';
  readonly account_status: 'open' | 'closed';
}

/** Stands for a holder who is not in the books. */
const REHEARSED = 0;

/** The prepared look-ups and writes of one register. */
export class RegisterBook {
  readonly #writing: Writing;
  readonly #office: string;
  readonly #auditSeq: number;
  readonly #rehearsal: RehearsedRegister | null;
  readonly #findCard;
  readonly #changes;
  readonly #findHolder;
  readonly #readHolder;
  readonly #updateHolder;
  readonly #insertHolder;
  readonly #insertAccount;
  readonly #insertCard;
  #nextHolder: number;
  #nextAccount: number;

  /** With a rehearsal nothing is written into the books: later lines find in it what earlier ones would have added. */
  constructor(
    writing: Writing,
    given: { readonly office: string; readonly auditSeq: number; readonly rehearsal: RehearsedRegister | null },
  ) {
    const { sql } = writing;
    this.#writing = writing;
    this.#office = given.office;
    this.#auditSeq = given.auditSeq;
    this.#rehearsal = given.rehearsal;
    this.#changes = new HolderChanges(writing);
    this.#findCard = sql.rows<[string], KnownCard>(
      `SELECT card.payee_index, account.holder_id, card.status AS card_status, account.status AS account_status
       FROM card JOIN account ON account.id = card.account_id WHERE card.number_index = ?`,
    );
    this.#readHolder = sql.rows<[number], { phone: Uint8Array; employer: Uint8Array }>(
      'SELECT phone_sealed AS phone, employer_sealed AS employer FROM holder WHERE id = ?',
    );
    this.#findHolder = sql.rows<[string], { id: number; name_sealed: Uint8Array }>(
      'SELECT id, name_sealed FROM holder WHERE id_number_index = ?',
    );
    this.#updateHolder = sql.change(
      'UPDATE holder SET phone_sealed = ?, employer_sealed = ?, audit_seq = ? WHERE id = ?',
    );
    this.#insertHolder = sql.change(
      `INSERT INTO holder (id, id_number_sealed, id_number_index, name_sealed, phone_sealed, employer_sealed, audit_seq)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#insertAccount = sql.change(
      "INSERT INTO account (id, number, holder_id, opening_date, status) VALUES (?, ?, ?, ?, 'open')",
    );
    this.#insertCard = sql.change("INSERT INTO card VALUES (NULL, ?, ?, ?, ?, ?, 'active', ?, ?)");
    const highest = (table: 'holder' | 'account'): number =>
      Number(sql.values<[], unknown>(`SELECT coalesce(max(id), 0) FROM ${table}`).get());
    this.#nextHolder = highest('holder') + 1;
    this.#nextAccount = highest('account') + 1;
  }

  /** One line of the register. A changed name or ID for a known card is refused (docs/formats.md 2). */
  load(person: InsuredPerson): LoadVerdict {
    const { keys } = this.#writing;
    const index = payeeIndex(keys, person);
    const cardIndex = keys.blindIndex('card', person.card);
    const rehearsed = this.#rehearsal?.payeeOf(cardIndex) ?? null;
    if (rehearsed !== null) return rehearsed === index ? 'updated' : { code: 'HOLDER_DIFFERS', correctedOn: null };
    const known = this.#findCard.get(cardIndex);
    if (known !== undefined) {
      if (known.card_status !== 'active') return { code: 'CARD_REPLACED', correctedOn: null };
      if (known.account_status === 'closed') return { code: 'ACCOUNT_CLOSED', correctedOn: null };
      if (known.payee_index !== index) return this.#differs(known.holder_id);
      this.#refresh(known.holder_id, person);
      return 'updated';
    }
    const holder = this.#holderOf(person);
    if (typeof holder !== 'number') return holder;
    if (this.#rehearsal === null) this.#addAccount(holder, person, index);
    else this.#rehearsal.addCard(cardIndex, index);
    return 'added';
  }

  #differs(holderId: number): LoadVerdict {
    return { code: 'HOLDER_DIFFERS', correctedOn: this.#changes.correctedOn(holderId) };
  }

  /** The later of two sources stands (docs/rules.md 2), what stood before stays on record; no phone is no later one. */
  #refresh(holderId: number, person: InsuredPerson): void {
    // What a line says of phone and employer decides about no other line.
    if (this.#rehearsal !== null) return;
    const { keys } = this.#writing;
    const sealed = this.#readHolder.get(holderId);
    if (sealed === undefined) throw new Error(`an account of holder ${holderId}, who is not there`);
    const before = { phone: keys.open('phone', sealed.phone), employer: keys.open('employer', sealed.employer) };
    const after = { phone: person.phone === '' ? before.phone : person.phone, employer: person.employer };
    if (after.phone === before.phone && after.employer === before.employer) return;
    this.#updateHolder.run(
      keys.seal('phone', after.phone),
      keys.seal('employer', after.employer),
      this.#auditSeq,
      holderId,
    );
    this.#changes.keep({ holderId, kind: 'register', before, after, auditSeq: this.#auditSeq });
  }

  /** The holder with this ID number, made when new; a verdict when the number is known under another name. */
  #holderOf(person: InsuredPerson): number | LoadVerdict {
    const { keys } = this.#writing;
    const idIndex = keys.blindIndex('id-number', person.idNumber);
    const rehearsed = this.#rehearsal?.nameOf(idIndex) ?? null;
    if (rehearsed !== null) {
      return isSameName(rehearsed, person.name) ? REHEARSED : { code: 'HOLDER_DIFFERS', correctedOn: null };
    }
    const known = this.#findHolder.get(idIndex);
    if (known !== undefined) {
      if (!isSameName(keys.open('name', known.name_sealed), person.name)) return this.#differs(known.id);
      this.#refresh(known.id, person);
      return known.id;
    }
    const corrected = this.#changes.correctedFrom(idIndex);
    // The same person under the number that was wrong; somebody else may have that number by right.
    if (corrected !== null && isSameName(corrected.name, person.name)) return this.#differs(corrected.holderId);
    if (this.#rehearsal !== null) {
      this.#rehearsal.addHolder(idIndex, person.name);
      return REHEARSED;
    }
    const id = this.#nextHolder;
    this.#nextHolder += 1;
    this.#insertHolder.run(
      id,
      keys.seal('id-number', person.idNumber),
      idIndex,
      keys.seal('name', person.name),
      keys.seal('phone', person.phone),
      keys.seal('employer', person.employer),
      this.#auditSeq,
    );
    return id;
  }

  #addAccount(holderId: number, person: InsuredPerson, index: string): void {
    const { keys } = this.#writing;
    const id = this.#nextAccount;
    this.#nextAccount += 1;
    this.#insertAccount.run(id, accountNumber(this.#office, id), holderId, person.openingDate);
    this.#insertCard.run(
      id,
      keys.seal('card', person.card),
      keys.blindIndex('card', person.card),
      index,
      keys.seal('insurance', person.insuranceNumber),
      person.openingDate,
      this.#auditSeq,
    );
  }
}

/** Adds or updates one institution; its terminals become exactly those given, and one that is stopped stays so. A rehearsal writes nothing. */
export async function loadInstitution(
  writing: Writing,
  institution: DesignatedInstitution,
  { auditSeq, rehearsing }: { readonly auditSeq: number; readonly rehearsing: boolean },
): Promise<LoadVerdict> {
  const { code, terminals } = institution;
  const known = await findInstitution(writing, code);
  // A list of the department does not take up again what two persons have stopped.
  if (runningStops(writing, code).has(ALL_TERMINALS)) return { code: 'INSTITUTION_STOPPED', correctedOn: null };
  const verdict = known === null ? 'added' : 'updated';
  if (rehearsing) return verdict;
  await saveInstitution(writing, institution, auditSeq);
  await removeTerminals(writing, code);
  await addTerminals(writing, code, terminals);
  return verdict;
}
