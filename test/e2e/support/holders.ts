/** People of the demo office, with what the office's own answer sheet says of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officeFiles } from './demo-office.ts';
import type { Cards } from './desk.ts';

export interface Holder extends Cards {
  readonly name: string;
  /** As on file. */
  readonly phone: string;
  readonly closingFen: number;
  readonly allocatedFen: number;
  readonly consumedFen: number;
  readonly refundedFen: number;
  readonly entries: number;
}

const register = readFileSync(join(officeFiles, 'register.csv'), 'latin1').split(/\r?\n/);

const { accounts } = JSON.parse(readFileSync(join(officeFiles, 'expected.json'), 'utf8')) as {
  readonly accounts: readonly Omit<Holder, 'phone'>[];
};

function holder(card: string): Holder {
  const found = accounts.find((account) => account.card === card);
  // Third column, before any that may hold commas; plain digits in every encoding.
  const phone = register.find((line) => line.includes(card))?.split(',')[2];
  if (!found || phone === undefined) throw new Error(`nobody in the demo office has card ${card}`);
  return { ...found, phone };
}

/** All of them, in the order of the register. */
export function everyHolder(): readonly Holder[] {
  return accounts.map(({ card }) => holder(card));
}

/** 38 entries in 13 months, none of them on paper yet: the most anybody has. */
export const busiest = holder('6213300100000000461');
/** An ID number that ends in X, and voids or refunds among 35 entries. */
export const endsInX = holder('6213300100000000396');
/** A name with a character of a rare block (䶮, Ext. A). */
export const rareName = holder('6213300100000000966');
/** Somebody else, to act for others. */
export const neighbour = holder('6213300100000000008');
