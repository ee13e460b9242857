/** How many pages and forms one address may have in a minute, at a bare application of the same kind. */
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rateOf } from '../../../../electron/server/web/web-walls.ts';

const RATES = { asked: 3, sent: 2 };
let app: FastifyInstance;

beforeEach(async () => {
  app = fastify();
  await app.register(rateLimit, rateOf(RATES));
  app.all('/', () => '');
});
afterEach(() => app.close());

/** How many of so many are answered. */
async function answered(addresses: readonly string[], method: 'GET' | 'POST' = 'GET'): Promise<number> {
  let count = 0;
  for (const remoteAddress of addresses) {
    const { statusCode } = await app.inject({ method, url: '/', remoteAddress });
    if (statusCode === 200) count += 1;
    else expect(statusCode).toBe(429);
  }
  return count;
}

const times = (address: string): readonly string[] => Array<string>(10).fill(address);

test('an address has so many pages and, of their own, so many forms', async () => {
  expect(await answered(times('192.0.2.1'))).toBe(RATES.asked);
  expect(await answered(times('192.0.2.1'), 'POST')).toBe(RATES.sent);
  expect(await answered(times('192.0.2.2'))).toBe(RATES.asked);
});

test('all addresses of one IPv6 line have as many together, and another line its own', async () => {
  const line = Array.from({ length: 20 }, (_, at) => `2001:db8:0:1:${at.toString(16)}::1`);
  expect(await answered(line)).toBe(RATES.asked);
  expect(await answered(line, 'POST')).toBe(RATES.sent);
  expect(await answered(times('2001:db8:0:2::1'))).toBe(RATES.asked);
});

test('an address of IPv4 is the same one where it stands in one of IPv6', async () => {
  expect(await answered(['192.0.2.1', '::ffff:192.0.2.1', '192.0.2.1', '::ffff:192.0.2.1'])).toBe(RATES.asked);
});
