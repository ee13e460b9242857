/** Where an office server listens, as people type it: `192.168.10.5:7443`, `server.local`, `[fd00::5]:7443`. */
import { parseEnrolmentCode, type EnrolmentCode } from './enrolment-code.ts';

/** Where a server listens unless it is told otherwise (docs/formats.md 6). */
const USUAL_PORT = 7443;
const LAST_PORT = 65_535;
const MOST_CHARACTERS = 300;

export interface ServerAddress {
  readonly host: string;
  readonly port: number;
}

/** Null for what is no address. Full-width characters of an input method are taken as what they stand for. */
export function parseServerAddress(text: string): ServerAddress | null {
  const typed = text.normalize('NFKC').replaceAll('。', '.').trim();
  if (typed.length > MOST_CHARACTERS) return null;
  const [, bracketed, plain, digits] = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::(\d{1,5}))?$/i.exec(typed) ?? [];
  const host = bracketed ?? plain;
  const port = digits === undefined ? USUAL_PORT : Number(digits);
  return host === undefined || port < 1 || port > LAST_PORT ? null : { host, port };
}

/** What the picture of a joining code holds: `192.168.10.5:7443 02-K7QM3-XPT9R`. Null for any other text. */
export function parseJoiningText(text: string): { readonly address: string; readonly code: EnrolmentCode } | null {
  const [address = '', ...rest] = text.normalize('NFKC').trim().split(/\s+/);
  const code = parseEnrolmentCode(rest.join(''));
  return code === null || parseServerAddress(address) === null ? null : { address, code };
}
