/** What a request that failed before or beside its page is told. */
import type { HolderNotice } from '../../contract/online/holder-pages.ts';

const BY_STATUS: Readonly<Record<number, HolderNotice>> = {
  400: 'too-large',
  403: 'stale',
  404: 'not-found',
  408: 'too-large',
  411: 'too-large',
  413: 'too-large',
  414: 'too-large',
  415: 'too-large',
  429: 'too-often',
};

/** Whatever has no status of a request of its own is a fault of the program. */
export function noticeOfFault(error: unknown): { readonly status: number; readonly named: HolderNotice } {
  const own = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : null;
  const status = typeof own === 'number' ? own : 500;
  const named = BY_STATUS[status];
  return named === undefined ? { status: 500, named: 'fault' } : { status, named };
}
