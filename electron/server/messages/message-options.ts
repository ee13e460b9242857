/**
 * What `serve` is told of messages to holders: `--messages FILE`, `--messages https://GATEWAY` with the secret that both sides know, in
 * MEDICARD_GATEWAY_SECRET or in a file beside the keys, or `--messages demo-phone` (docs/formats.md 6).
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { refusingDisk } from '../../disk/disk-refusal.ts';
import { UsageError, type OptionValues } from '../../ledger/commands/command.ts';
import { DemoPhone } from './demo-phone.ts';
import { fileProvider } from './file-provider.ts';
import { gatewayProvider } from './gateway-provider.ts';
import type { MessageProvider } from './message-sender.ts';

const SHORTEST_SECRET = 32;
/** In the folder of the keys: a service has no environment in which a secret could stand unseen. */
const SECRET_FILE = 'gateway.secret';

/** Where messages go. */
export type MessagePlace = { readonly file: string } | { readonly gateway: string } | { readonly screen: true };

/** Of the demo office, beside the holders' pages. */
const ON_SCREEN = 'demo-phone';

/** Null where nothing is sent: what there is waits. Throws UsageError for what is neither a file nor a gateway. */
export function messagePlace({ messages }: OptionValues): MessagePlace | null {
  if (messages === undefined) return null;
  if (messages === ON_SCREEN) return { screen: true };
  if (!/^https?:\/\//.test(messages)) return { file: resolve(messages) };
  const url = URL.parse(messages);
  if (url === null || (url.protocol !== 'https:' && !isOfThisComputer(url.hostname)))
    throw new UsageError('--messages takes a file, or the https:// address of a gateway');
  return { gateway: url.href };
}

/** The same as words of a command line, for the service that starts it. Throws UsageError for what is no service. */
export function messageWords(place: MessagePlace | null): string[] {
  if (place === null) return [];
  if ('screen' in place) throw new UsageError(`--messages ${ON_SCREEN} is for looking on, and makes no service`);
  return ['--messages', 'file' in place ? place.file : place.gateway];
}

/** Null where nothing is sent. Throws UsageError for what makes no sense, and for a gateway without its secret. */
export function messageProvider(
  options: OptionValues,
  { environment, keysFolder }: SecretPlaces,
  now: () => number,
): MessageProvider | null {
  const place = messagePlace(options);
  if (place === null) return null;
  if ('screen' in place) return new DemoPhone(now);
  if ('file' in place) return fileProvider(place.file, now);
  return gatewayProvider(
    { url: place.gateway, secret: gatewaySecret(environment['MEDICARD_GATEWAY_SECRET'], keysFolder) },
    now,
  );
}

export interface SecretPlaces {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly keysFolder: string;
}

/** The one that is said, else that of the file. Throws UsageError where there is none, or one that is too short. */
export function gatewaySecret(said: string | undefined, keysFolder: string): string {
  const path = join(keysFolder, SECRET_FILE);
  const secret =
    said ?? (refusingDisk(() => existsSync(path)) ? refusingDisk(() => readFileSync(path, 'utf8')).trim() : '');
  if (secret.length >= SHORTEST_SECRET) return secret;
  throw new UsageError(
    `the gateway's secret, of ${SHORTEST_SECRET} characters or more, stands in MEDICARD_GATEWAY_SECRET or in ${path}`,
  );
}

/** To try a gateway without a certificate. */
function isOfThisComputer(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}
