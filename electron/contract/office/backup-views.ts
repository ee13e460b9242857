/** What is told of the program's own copies of the books (docs/ledger.md 7). */
import { z } from 'zod';

/** A place of the program's own copies that fails, until it is mended; `reason` is a term of the disk's words. */
export const backupFaultSchema = z.object({
  code: z.literal('BACKUP_FAILED'),
  details: z.object({ place: z.number().int(), places: z.number().int(), reason: z.string(), since: z.string() }),
});
export type BackupFault = z.infer<typeof backupFaultSchema>;
