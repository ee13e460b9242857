/** A fault of the disk or of a sealed value, as a refusal. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import { systemRefusal } from '../../disk/disk-refusal.ts';
import { SealBrokenError } from './sealing/keys.ts';

/**
 * What the disk or the file did to us, as a refusal; null when the error is not of that kind and must end the process.
 */
export function diskRefusal(error: unknown): RefusalError | null {
  if (error instanceof SealBrokenError)
    return new RefusalError('DATABASE_DAMAGED', { system: `sealed ${error.purpose}` });
  return systemRefusal(error);
}

/** Runs `work`; what the disk did to it comes out as RefusalError. */
export function asRefusal<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw diskRefusal(error) ?? error;
  }
}
