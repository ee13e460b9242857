/** Insured persons and designated institutions into the books: added when new, brought up to date when known. */
import type { BusinessDate } from '../../contract/dates.ts';
import type { InstitutionType } from '../../contract/vocabulary.ts';
import { accountNumber } from '../domain/account-number.ts';
import { payeeText } from './payee-text.ts';
import type { Writing } from './books.ts';

export interface InsuredPerson {
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly employer: string;
  readonly insuranceNumber: string;
  readonly card: string;
  readonly openingDate: BusinessDate;
}

export type LoadVerdict = 'added' | 'updated' | 'HOLDER_DIFFERS' | 'CARD_REPLACED';

/** The prepared look-ups and writes of one register. */
export class RegisterBook {
  readonly #writing: Writing;
  readonly #office: string;
  readonly #auditSeq: number;
  readonly #findCard;
  readonly #findHolder;
  readonly #updateHolder;
  readonly #insertHolder;
  readonly #insertAccount;
  readonly #insertCard;
  #nextHolder: number;
  #nextAccount: number;

  constructor(writing: Writing, officeCode: string, auditSeq: number) {
    const { connection } = writing;
    this.#writing = writing;
    this.#office = officeCode;
    this.#auditSeq = auditSeq;
    this.#findCard = connection.prepare<[string], { payee_index: string; holder_id: number; status: string }>(
      `SELECT card.payee_index, account.holder_id, card.status FROM card JOIN account ON account.id = card.account_id
       WHERE card.number_index = ?`,
    );
    this.#findHolder = connection.prepare<[string], { id: number; name_sealed: Uint8Array }>(
      'SELECT id, name_sealed FROM holder WHERE id_number_index = ?',
    );
    this.#updateHolder = connection.prepare(
      'UPDATE holder SET phone_sealed = ?, employer_sealed = ?, audit_seq = ? WHERE id = ?',
    );
    this.#insertHolder = connection.prepare(
      `INSERT INTO holder (id, id_number_sealed, id_number_index, name_sealed, phone_sealed, employer_sealed, audit_seq)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#insertAccount = connection.prepare(
      "INSERT INTO account (id, number, holder_id, opening_date, status) VALUES (?, ?, ?, ?, 'open')",
    );
    this.#insertCard = connection.prepare("INSERT INTO card VALUES (NULL, ?, ?, ?, ?, ?, 'active', ?, ?)");
    const highest = (table: 'holder' | 'account'): number =>
      Number(connection.prepare(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck().get());
    this.#nextHolder = highest('holder') + 1;
    this.#nextAccount = highest('account') + 1;
  }

  /** One line of the register. A changed name or ID for a known card is refused (FORMATS.md). */
  load(person: InsuredPerson): LoadVerdict {
    const { keys } = this.#writing;
    const payeeIndex = keys.blindIndex('payee', payeeText(person.card, person.idNumber, person.name));
    const known = this.#findCard.get(keys.blindIndex('card', person.card));
    if (known !== undefined) {
      if (known.status !== 'active') return 'CARD_REPLACED';
      if (known.payee_index !== payeeIndex) return 'HOLDER_DIFFERS';
      this.#refresh(known.holder_id, person);
      return 'updated';
    }
    const holderId = this.#holderOf(person);
    if (holderId === null) return 'HOLDER_DIFFERS';
    this.#addAccount(holderId, person, payeeIndex);
    return 'added';
  }

  #refresh(holderId: number, person: InsuredPerson): void {
    const { keys } = this.#writing;
    const [phone, employer] = [keys.seal('phone', person.phone), keys.seal('employer', person.employer)];
    this.#updateHolder.run(phone, employer, this.#auditSeq, holderId);
  }

  /** The holder with this ID number, made when new; null when the number is known under another name. */
  #holderOf(person: InsuredPerson): number | null {
    const { keys } = this.#writing;
    const idIndex = keys.blindIndex('id-number', person.idNumber);
    const known = this.#findHolder.get(idIndex);
    if (known !== undefined) {
      if (keys.open('name', known.name_sealed) !== person.name) return null;
      this.#refresh(known.id, person);
      return known.id;
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

  #addAccount(holderId: number, person: InsuredPerson, payeeIndex: string): void {
    const { keys } = this.#writing;
    const id = this.#nextAccount;
    this.#nextAccount += 1;
    this.#insertAccount.run(id, accountNumber(this.#office, id), holderId, person.openingDate);
    this.#insertCard.run(
      id,
      keys.seal('card', person.card),
      keys.blindIndex('card', person.card),
      payeeIndex,
      keys.seal('insurance', person.insuranceNumber),
      person.openingDate,
      this.#auditSeq,
    );
  }
}

export interface DesignatedInstitution {
  readonly code: string;
  readonly name: string;
  readonly type: InstitutionType;
  readonly terminals: readonly string[];
}

/** Adds or updates one institution; its terminals become exactly those given. */
export async function loadInstitution(
  { query }: Writing,
  institution: DesignatedInstitution,
  auditSeq: number,
): Promise<'added' | 'updated'> {
  const { code, name, type } = institution;
  const known = await query.selectFrom('institution').select('code').where('code', '=', code).executeTakeFirst();
  const values = { name, type, audit_seq: auditSeq };
  await query
    .insertInto('institution')
    .values({ code, ...values })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(values))
    .execute();
  await query.deleteFrom('terminal').where('institution_code', '=', code).execute();
  for (const number of institution.terminals) {
    await query.insertInto('terminal').values({ institution_code: code, number }).execute();
  }
  return known === undefined ? 'added' : 'updated';
}
