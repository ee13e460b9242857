/** The copies that the program makes by itself, as use cases see them; they are made in the wing `backup`. */
import type { Instant } from '../../contract/kernel/dates.ts';
import type { BackupFault } from '../../contract/office/backup-views.ts';

export type BackupKind = 'hourly' | 'day end';

/** What came of copying to one place. */
export interface CopiedPlace {
  /** From 1, in the order in which the installation names them. */
  readonly place: number;
  readonly path: string;
  /** Of the new copy; null where it failed. */
  readonly name: string | null;
  readonly bytes: number | null;
  /** Why it failed, as a term of the disk's words; null for a copy that was made and proven. */
  readonly reason: string | null;
}

export interface PlaceOfBackups {
  readonly path: string;
  readonly lastGoodAt: Instant | null;
  readonly nextAt: Instant;
  readonly failing: { readonly since: Instant; readonly reason: string } | null;
}

export interface KeptBackups {
  /** After the day end's last commit. Never throws for what a place does: that is told, and on every screen until mended. */
  atDayEnd(): Promise<readonly CopiedPlace[]>;
  /** The first place that fails; null while none does. */
  fault(timeZone: string): BackupFault | null;
  places(): readonly PlaceOfBackups[];
  /** Copies where one is due. */
  look(): Promise<void>;
  begin(): Promise<void>;
  close(): void;
}

/**
 * The copies of the day end, one into every place of this installation, each opened and proven after writing. It is called after the
 * last commit of the day end and outside any transaction, so that the copies hold the closed day.
 * @returns what came of each place, for the report; empty where the installation keeps no copies. A failed place refuses nothing: the
 * day is closed, `reason` says why, and every screen tells it until it is mended.
 */
export async function backupAtDayEnd(ledger: {
  readonly backups: KeptBackups | null;
}): Promise<readonly CopiedPlace[]> {
  return ledger.backups?.atDayEnd() ?? [];
}
