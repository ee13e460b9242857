/** What acts and their objects are called, to the program and to the auditor. */
import { createHash } from 'node:crypto';
import type { Act } from './acts.ts';

const AT_COUNTER: ReadonlySet<string> = new Set<Act['act']>([
  'report at counter',
  'cancel at counter',
  'reissue',
  'close account',
  'end login',
  'set telephone password',
  'change phone',
]);
export const isAtCounter = ({ act }: Act): boolean => AT_COUNTER.has(act);

/** As it is told of what came: by which kind of login it went. */
export function nameOf(act: Act): string {
  const by = 'proof' in act ? act.proof.kind : 'login' in act ? act.login.kind : 'password';
  return by === 'passkey' ? `${act.act} by passkey` : act.act;
}

/** Without its check character. */
export const bare = (number: string): string => number.slice(0, -1);
export const told = ({ number, status }: { readonly number: string; readonly status: string }) =>
  `${bare(number)} ${status}`;

/** The same for the same name. */
export function uuid(op: string): string {
  const hex = createHash('sha256').update(op).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
