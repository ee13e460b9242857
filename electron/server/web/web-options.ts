/** What `serve` is told of the holders' door: `--web HOST:PORT`, and the certificate that the world knows, where there is one. */
import { resolve } from 'node:path';
import { UsageError, type OptionValues } from '../../ledger/commands/command.ts';
import { listenAddress } from '../listen-address.ts';

export interface WebOptions {
  readonly host: string;
  readonly port: number;
  /** Files of PEM; null for one of the office's own authority. */
  readonly given: { readonly certificate: string; readonly key: string } | null;
}

/** Null where no holder comes in. Throws UsageError for half of a pair, and for either without the door. */
export function webOptions(options: OptionValues): WebOptions | null {
  const { web, 'web-certificate': certificate, 'web-key': key } = options;
  if (web === undefined) {
    if (certificate !== undefined || key !== undefined)
      throw new UsageError('--web-certificate and --web-key go with --web');
    return null;
  }
  const { host, port } = listenAddress(web, '--web');
  if ((certificate === undefined) !== (key === undefined))
    throw new UsageError('--web-certificate and --web-key go together');
  const given = certificate === undefined || key === undefined ? null : { certificate, key };
  return { host, port, given: given && { certificate: resolve(given.certificate), key: resolve(given.key) } };
}

/** The same as words of a command line, for the service that starts it. */
export function webWords(options: WebOptions | null, address: string): string[] {
  if (options === null) return [];
  const { given } = options;
  const pair = given === null ? [] : ['--web-certificate', given.certificate, '--web-key', given.key];
  return ['--web', address, ...pair];
}
