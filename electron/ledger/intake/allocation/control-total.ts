/**
 * Control sums, exactly. A batch declares the sum of its amounts as they were written, so a line that will be rejected
 * counts too: zero, above the ceiling, negative. What a malformed amount adds is not settled by any standard, and the
 * department's own files differ by who made them, so a declared sum is right when it equals either reading:
 *   - every amount that is a decimal number adds its exact value (`0.005` adds half a fen), anything else nothing;
 *   - only well-formed amounts add anything.
 * The two differ by malformed amounts alone, and no such line is ever posted: nothing can hide behind the choice.
 */
import { fen, parseYuan, type Fen } from '../../../contract/kernel/money.ts';

/** An exact decimal number of yuan, in units of 10⁻¹⁸ (ISO 20022 DecimalNumber has at most 17 decimals). */
export type ExactYuan = bigint & { readonly __unit: '1e-18 yuan' };

const DECIMALS = 18;
const UNITS_A_FEN = 10n ** 16n;
const DECIMAL_NUMBER = /^([+-]?)(\d{1,30})?(?:\.(\d{0,18}))?$/;
const SPILL_FEN = 2 ** 50;

/** How nearly every amount is written; read without taking it apart, which costs a tenth of reading a file. */
const USUAL_FORM = /^\d{1,12}\.\d\d$/;

/** The amount of a line in fen; null when malformed or negative, which no line of any file may be. */
export function lineAmount(text: string): Fen | null {
  if (USUAL_FORM.test(text)) return fen(Number(text.slice(0, -3)) * 100 + Number(text.slice(-2)));
  const amountFen = wholeFen(text);
  return amountFen !== null && amountFen >= 0 ? amountFen : null;
}

/** An amount as XML Schema writes a decimal, where `+300`, `300.000` and `.50` are the numbers they look like. */
const XML_DECIMAL = /^([+-]?)0*(\d{0,13})(?:\.(\d{0,2})0*)?$/;

/**
 * The amount of a transaction in fen by its value, as a schema compares it: at most two decimals that are not zero
 * (docs/rules.md 6); null when malformed, negative, or finer than a fen.
 */
export function xmlAmount(text: string): Fen | null {
  if (USUAL_FORM.test(text)) return lineAmount(text);
  const [, sign, whole = '', decimals = ''] = XML_DECIMAL.exec(text) ?? [];
  if (sign === undefined || !/\d/.test(text)) return null;
  const magnitude = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return sign === '-' && magnitude !== 0 ? null : fen(magnitude);
}

/** A declared sum in fen; null when it is no amount of docs/rules.md 6. */
export function wholeFen(text: string): Fen | null {
  const yuan = parseYuan(text);
  return yuan.ok ? yuan.amountFen : null;
}

/**
 * A decimal number as XML Schema writes it, or in the form of docs/rules.md 6 with thousands commas; null for the rest.
 */
export function exactYuan(text: string): ExactYuan | null {
  const amountFen = wholeFen(text);
  if (amountFen !== null) return toExact(BigInt(amountFen) * UNITS_A_FEN);
  const match = DECIMAL_NUMBER.exec(text);
  const [, sign, whole = '', decimals = ''] = match ?? [];
  if (!match || whole + decimals === '') return null;
  const magnitude = BigInt(whole + decimals.padEnd(DECIMALS, '0'));
  return toExact(sign === '-' ? -magnitude : magnitude);
}

function toExact(units: bigint): ExactYuan {
  return units as ExactYuan;
}

/** Fen as yuan with two decimals, of any size. */
export function yuanOfFen(amountFen: bigint): string {
  const digits = String(amountFen < 0n ? -amountFen : amountFen).padStart(3, '0');
  return `${amountFen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export class ControlTotal {
  #count = 0;
  #pendingFen = 0;
  #wellFormedFen = 0n;
  #malformed = 0n;

  get count(): number {
    return this.#count;
  }

  /** Counts one line. `sign` −1 for what a settlement subtracts. `amountFen` null: malformed, or negative. */
  add(amountText: string, amountFen: Fen | null, sign: 1 | -1 = 1): void {
    this.#count += 1;
    if (amountFen === null) {
      this.#malformed += BigInt(sign) * (exactYuan(amountText) ?? 0n);
      return;
    }
    this.#pendingFen += sign * amountFen;
    if (Math.abs(this.#pendingFen) > SPILL_FEN) this.#spill();
  }

  /** The sum of the well-formed amounts, in fen. */
  get wellFormedFen(): bigint {
    this.#spill();
    return this.#wellFormedFen;
  }

  isDeclaredAs(declared: ExactYuan): boolean {
    const wellFormed = this.wellFormedFen * UNITS_A_FEN;
    return declared === wellFormed || declared === wellFormed + this.#malformed;
  }

  /** Doubles are exact up to 2⁵³; one amount is below 10¹⁵ fen, so spilling at 2⁵⁰ never loses one. */
  #spill(): void {
    this.#wellFormedFen += BigInt(this.#pendingFen);
    this.#pendingFen = 0;
  }
}
