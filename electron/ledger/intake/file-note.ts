/** What a reader noticed about a file without refusing it for that. */
import { fileFaultText, type FileFaultKey } from '../../contract/month-end/file-faults.ts';
import type { FileNote } from '../../contract/office/office-views.ts';
import type { IntakeFaultParams } from './intake-fault.ts';

/** `params` never hold the contents of a cell. */
export function fileNote(key: FileFaultKey, params: IntakeFaultParams = {}): FileNote {
  return { key, params: { ...params }, message: fileFaultText('en', key, params) };
}

/** A comma that stands in a field without quotes makes two columns of it. */
export function widthNote(found: number, expected: number): FileNote {
  return fileNote('columnsOfLine', { found, expected });
}
