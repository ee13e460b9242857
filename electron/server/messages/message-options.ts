/** What `serve` is told of messages to holders: `--messages FILE`, or `--messages https://GATEWAY` with MEDICARD_GATEWAY_SECRET (docs/formats.md 6). */
import { resolve } from 'node:path';
import { UsageError, type OptionValues } from '../../ledger/commands/command.ts';
import { fileProvider } from './file-provider.ts';
import { gatewayProvider } from './gateway-provider.ts';
import type { MessageProvider } from './message-sender.ts';

const SHORTEST_SECRET = 32;

type MessagePlace = { readonly by: 'file'; readonly path: string } | { readonly by: 'gateway'; readonly url: string };

/** Null where nothing is sent: what there is waits. Throws UsageError for what makes no sense. */
export function messagePlace({ messages }: OptionValues): MessagePlace | null {
  if (messages === undefined) return null;
  if (!/^https?:\/\//.test(messages)) return { by: 'file', path: resolve(messages) };
  const url = URL.parse(messages);
  if (url === null || (url.protocol !== 'https:' && !isOfThisComputer(url.hostname)))
    throw new UsageError('--messages takes a file, or the https:// address of a gateway');
  return { by: 'gateway', url: url.href };
}

/** The same as words of a command line, for the service that starts it. */
export function messageWords(place: MessagePlace | null): string[] {
  return place === null ? [] : ['--messages', place.by === 'file' ? place.path : place.url];
}

/** Throws UsageError also for a gateway without its secret. */
export function messageProvider(
  options: OptionValues,
  environment: Readonly<Record<string, string | undefined>>,
  now: () => number,
): MessageProvider | null {
  const place = messagePlace(options);
  if (place === null) return null;
  if (place.by === 'file') return fileProvider(place.path, now);
  const secret = environment['MEDICARD_GATEWAY_SECRET'] ?? '';
  if (secret.length < SHORTEST_SECRET)
    throw new UsageError(
      `MEDICARD_GATEWAY_SECRET holds the gateway's secret, of ${SHORTEST_SECRET} characters or more`,
    );
  return gatewayProvider({ url: place.url, secret }, now);
}

/** To try a gateway without a certificate. */
function isOfThisComputer(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}
