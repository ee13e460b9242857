/**
 * Messages to the bank's gateway: one signed HTTPS call each. The signature is an HMAC-SHA-256, by a secret that both sides were given, over
 * the time and the body; the key tells the gateway a message that it was given before (docs/server.md 9).
 */
import { createHmac } from 'node:crypto';
import type { MessageProvider } from './message-sender.ts';

const TIMEOUT_MS = 10_000;

export interface Gateway {
  readonly url: string;
  readonly secret: string;
}

export function gatewayProvider({ url, secret }: Gateway, now: () => number, timeoutMs = TIMEOUT_MS): MessageProvider {
  return {
    async send({ key, phone, text }) {
      const body = JSON.stringify({ key, phone, text });
      const at = String(now());
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': key,
        'x-medicard-time': at,
        'x-medicard-signature': `sha256=${signatureOf(secret, at, body)}`,
      };
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
        // What the gateway says besides is nobody's here, and may repeat the message.
        await answer.body?.cancel();
        return answer.ok ? null : `the gateway answered ${answer.status}`;
      } catch (error) {
        return `the gateway was not reached: ${reasonOf(error)}`;
      }
    },
  };
}

/** What the gateway holds the header against. */
export function signatureOf(secret: string, at: string, body: string): string {
  return createHmac('sha256', secret).update(`${at}\n${body}`).digest('hex');
}

/** The system's code, or the name of the error: never its text, which may hold the address with what stands in it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : error.name;
}
