/**
 * Account numbers: office code, ten-digit sequence, Luhn digit. They stay when cards are replaced (docs/rules.md 6).
 */
import { luhnRemainder } from './card-number.ts';

export function accountNumber(officeCode: string, sequence: number): string {
  const digits = `${officeCode}${String(sequence).padStart(10, '0')}`;
  return `${digits}${(10 - luhnRemainder(`${digits}0`)) % 10}`;
}
