/** Bringing a database to the present schema: one transaction a step, a verified backup before (docs/ledger.md 3). */
import { existsSync, rmSync } from 'node:fs';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import type { Connection } from './connection.ts';
import { copyVerified } from './verified-copy.ts';
import type { Keys } from '../sealing/keys.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

export interface MigrateOptions {
  readonly path: string;
  readonly keys: Keys;
  readonly steps?: readonly Migration[];
}

/** How many steps a database has behind it. */
export function schemaVersion(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/**
 * Applies what is missing and answers how many steps that were. Throws RefusalError DATABASE_NEWER when the file was
 * written by a later program: it is left as it is.
 */
export function migrate(connection: Connection, options: MigrateOptions): number {
  const steps = options.steps ?? migrations;
  const present = schemaVersion(connection);
  if (present > steps.length) throw new RefusalError('DATABASE_NEWER', { schema: present, known: steps.length });
  if (present > 0 && present < steps.length) backUpBefore(connection, options, present);
  for (const [at, step] of steps.entries()) {
    if (at >= present) apply(connection, step, at + 1, options.keys);
  }
  return steps.length - present;
}

function apply(connection: Connection, step: Migration, version: number, keys: Keys): void {
  connection
    .transaction(() => {
      connection.exec(step.up);
      step.seal?.(connection, keys);
      connection.pragma(`user_version = ${version}`);
    })
    .immediate();
}

function backUpBefore(connection: Connection, options: MigrateOptions, version: number): void {
  const target = `${options.path}.before-${String(version + 1).padStart(4, '0')}`;
  if (existsSync(target)) rmSync(target);
  copyVerified(connection, target, options.keys.database);
}
