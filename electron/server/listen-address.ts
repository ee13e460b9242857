/** `--listen HOST:PORT` and the like, with an address of IPv6 in brackets. */
import { UsageError } from '../ledger/commands/command.ts';

/** Where a server listens when it is not told: every address of this computer. */
const USUAL = '0.0.0.0:7443';
const LAST_PORT = 65_535;

/** Throws UsageError for what is no address. Port 0 is one that the system picks. */
export function listenAddress(
  typed: string = USUAL,
  option = '--listen',
): { readonly host: string; readonly port: number } {
  const [, bracketed, plain, digits] = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]]+)):(\d{1,5})$/i.exec(typed) ?? [];
  const [host, port] = [bracketed ?? plain, Number(digits)];
  if (host === undefined || !(port <= LAST_PORT)) throw new UsageError(`${option} takes HOST:PORT, not ${typed}`);
  return { host, port };
}
