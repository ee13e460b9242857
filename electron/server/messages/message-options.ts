/** What `serve` is told of messages to holders: `--messages FILE`, or `--messages https://GATEWAY` with MEDICARD_GATEWAY_SECRET (docs/formats.md 6). */
import { resolve } from 'node:path';
import { UsageError, type OptionValues } from '../../ledger/commands/command.ts';
import { fileProvider } from './file-provider.ts';
import { gatewayProvider } from './gateway-provider.ts';
import type { MessageProvider } from './message-sender.ts';

const SHORTEST_SECRET = 32;

/** Null where nothing is sent: what there is waits. Throws UsageError for what makes no sense. */
export function messageProvider(
  { messages }: OptionValues,
  environment: Readonly<Record<string, string | undefined>>,
  now: () => number,
): MessageProvider | null {
  if (messages === undefined) return null;
  if (!/^https?:\/\//.test(messages)) return fileProvider(resolve(messages), now);
  const url = URL.parse(messages);
  if (url === null || (url.protocol !== 'https:' && !isOfThisComputer(url.hostname)))
    throw new UsageError('--messages takes a file, or the https:// address of a gateway');
  const secret = environment['MEDICARD_GATEWAY_SECRET'] ?? '';
  if (secret.length < SHORTEST_SECRET)
    throw new UsageError(
      `MEDICARD_GATEWAY_SECRET holds the gateway's secret, of ${SHORTEST_SECRET} characters or more`,
    );
  return gatewayProvider({ url: url.href, secret }, now);
}

/** To try a gateway without a certificate. */
function isOfThisComputer(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}
