/** A small office with its anchor, and what a thief, a hasty restore or a bad disk does to them. */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Refusal } from '../../electron/contract/kernel/errors.ts';
import { digestOfFolder } from '../../electron/ledger/books/anchor/anchor-file.ts';
import { booksPath } from '../../electron/ledger/books/books.ts';
import { authorised, copyOf, makeTemplate, MINUTE, MORNING, Office, OFFICE_ID } from './small-office.ts';
import { keysBeside } from './test-folders.ts';

export const template = await makeTemplate();

export const clerkAndSupervisor = { first: authorised('1001'), second: authorised('2001') };

/** Does one thing that is acknowledged and recorded. */
export async function work(office: Office, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    office.at += MINUTE;
    await office.must('session.lock', {}, template.clerk);
    await office.must('session.unlock', { password: authorised('1001').password }, template.clerk);
  }
}

export async function workedIn(folder: string, times = 1, at = MORNING): Promise<void> {
  const office = new Office(folder, at);
  await work(office, times);
  office.close();
}

export function shutBy(folder: string): Refusal | null {
  const office = new Office(folder);
  const { shut } = office.door;
  office.close();
  return shut;
}

export function anchorOf(folder: string): string {
  return join(keysBeside(folder), `${OFFICE_ID}.${digestOfFolder(folder)}.anchor`);
}

/** A copy of the office with no other anchor than that of its own folder. */
export function onePlace(): string {
  const folder = copyOf(template);
  expect(shutBy(folder)).toBeNull();
  for (const name of readdirSync(keysBeside(folder))) {
    if (join(keysBeside(folder), name) !== anchorOf(folder)) rmSync(join(keysBeside(folder), name));
  }
  return folder;
}

/** Puts the books of `from` in the place of those of `to`, as a thief or a hasty restore would. */
export function putBooks(from: string, to: string): void {
  for (const ending of ['', '-wal', '-shm']) {
    rmSync(`${booksPath(to)}${ending}`, { force: true });
    if (existsSync(`${booksPath(from)}${ending}`))
      copyFileSync(`${booksPath(from)}${ending}`, `${booksPath(to)}${ending}`);
  }
}

/** Flips one bit in each of the slots, of the last or of all. */
export function damageSlots(folder: string, slots: readonly number[]): void {
  const bytes = readFileSync(anchorOf(folder));
  for (const slot of slots) bytes[slot * 4096 + 40]! ^= 1;
  writeFileSync(anchorOf(folder), bytes);
}

export const last = (office: Office) =>
  office.door.ledger.books.read(async ({ sql }) =>
    sql
      .rows<[], { verb: string; second: string | null; actor: string; details: string }>(
        'SELECT verb, actor, second, details FROM audit ORDER BY seq DESC LIMIT 1',
      )
      .get(),
  );
