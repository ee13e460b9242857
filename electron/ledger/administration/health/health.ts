/** How the computer of the books does, and the proof of the books that an administrator asks for (docs/ledger.md 7 and 8). */
import { stat, statfs } from 'node:fs/promises';
import type { Output } from '../../../contract/verbs.ts';
import { booksPath } from '../../books/books.ts';
import type { Asked } from '../../request/asked.ts';
import { recordDone } from '../../request/record.ts';
import { now, type Scope } from '../../request/scope.ts';
import { verifyLedger } from '../../verify/verification.ts';
import { lastProven } from './proven-rows.ts';

async function showHealth(scope: Scope): Promise<Output<'health.show'>> {
  const { books, backups, folder } = scope;
  const proven = await books.read(lastProven);
  const [booksBytes, freeBytes] = await Promise.all([sizeOfBooks(folder), freeIn(folder)]);
  return { at: now(scope), booksBytes, freeBytes, backups: [...(backups?.places() ?? [])], proven };
}

/** The file and what was written since it was last brought up to date. */
async function sizeOfBooks(folder: string): Promise<number> {
  const path = booksPath(folder);
  const sizes = await Promise.all([sizeOf(path), sizeOf(`${path}-wal`)]);
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isOfSystem(error)) return 0;
    throw error;
  }
}

async function freeIn(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    if (isOfSystem(error)) return null;
    throw error;
  }
}

function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

async function verifyBooks(asked: Asked<'health.verify'>): Promise<Output<'health.verify'>> {
  const { ok, checks, accounts, entries } = await verifyLedger(asked, null);
  const failed = checks.flatMap((check) => (check.ok ? [] : [check.name]));
  return asked.books.write(async (writing) => {
    await recordDone(writing, asked, { details: { ok, failed: failed.join(' '), accounts, entries } });
    return { at: writing.at, by: asked.actor, ok, failed };
  });
}

export const healthHandlers = {
  'health.show': showHealth,
  'health.verify': verifyBooks,
};
