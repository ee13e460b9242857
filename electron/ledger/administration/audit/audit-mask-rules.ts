/**
 * What is shown of a record (docs/rules.md 2): the record itself holds no whole personal number, but a reason that somebody typed
 * may. An account's number, codes and hashes are no such number and stay.
 */
import { maskCard, maskIdNumber, maskPhone } from '../../numbers/masking.ts';

/** A number alone: no letter or digit stands beside it, as in the number of a report or a hash. */
const ID_NUMBER = /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g;
const CARD = /(?<![0-9A-Za-z])62\d{14,17}(?![0-9A-Za-z])/g;
const PHONE = /(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])/g;

interface Recorded {
  readonly actor: string;
  readonly second: string | null;
  readonly subject: string | null;
  readonly details: string;
}

/** The same text with every card, ID and phone number in it masked; cards first, as a card of 18 digits reads as an ID number. */
export function maskNumbers(text: string): string {
  return text.replaceAll(CARD, maskCard).replaceAll(ID_NUMBER, maskIdNumber).replaceAll(PHONE, maskPhone);
}

/** `isMasked` says that something in it was: its hash can then not be worked out from what is shown. */
export function maskedRecord<Row extends Recorded>(row: Row): Row & { readonly isMasked: boolean } {
  const [actor, details] = [maskNumbers(row.actor), maskNumbers(row.details)];
  const second = row.second === null ? null : maskNumbers(row.second);
  const subject = row.subject === null ? null : maskNumbers(row.subject);
  const isMasked = actor !== row.actor || details !== row.details || second !== row.second || subject !== row.subject;
  return { ...row, actor, second, subject, details, isMasked };
}
