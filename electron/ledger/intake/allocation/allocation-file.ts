/**
 * The month-end allocation file in both its forms, told apart by their first character. Reading never decides about
 * a line: it hands out what stands there, and at the end whether count and sum are as declared (AM18, AM10).
 * A file that is not the format throws an `IntakeRefusal` with code FF01 (docs/formats.md 3).
 */
import type { AllocationPart } from './allocation-part.ts';
import { readAllocationCsv } from './allocation-csv.ts';
import { readAllocationXml } from './allocation-xml.ts';
import type { FileSource } from '../file-source.ts';
import { fileOpening } from '../text/text-encoding.ts';

export type { AllocationPart } from './allocation-part.ts';

/** One header, batches of lines in file order, one summary. Leaving the loop early closes the file. */
export async function* readAllocation(source: FileSource): AsyncGenerator<AllocationPart> {
  const opening = await fileOpening(source, 'FF01');
  yield* isXml(opening) ? readAllocationXml(source, opening) : readAllocationCsv(source);
}

function isXml(opening: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf|\x84\x31\x95\x33)?\s*</.test(Buffer.from(opening).toString('latin1'));
}
