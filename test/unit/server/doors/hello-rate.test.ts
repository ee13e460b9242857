/** How many TLS hellos an address may speak, by a clock of the test's own. */
import { beforeEach, expect, test } from 'vitest';
import { HelloRate } from '../../../../electron/server/doors/hello-rate.ts';

const LIMITS = { hellosAtOnce: 4, hellosASecond: 2, addresses: 8 };
let now: number;
let rate: HelloRate;

beforeEach(() => {
  now = 1_000;
  rate = new HelloRate(LIMITS, () => now);
});

const answered = (address: string, hellos: number): number =>
  Array.from({ length: hellos }, () => rate.take(address)).filter((verdict) => verdict === 'answer').length;

test('an address has so many at once, and more by the second, up to as many again', () => {
  expect(answered('192.0.2.1', 10_000)).toBe(4);
  now += 500;
  expect(answered('192.0.2.1', 10)).toBe(1);
  now += 3_600_000;
  expect(answered('192.0.2.1', 10)).toBe(4);
});

test('another address has its own', () => {
  answered('192.0.2.1', 10_000);
  expect(answered('192.0.2.2', 4)).toBe(4);
});

test('all addresses of one IPv6 line have the same, and another line its own', () => {
  const line = Array.from({ length: 100 }, (_, at) => `2001:db8:0:1::${(at + 1).toString(16)}`);
  expect(line.filter((address) => rate.take(address) === 'answer')).toEqual(line.slice(0, LIMITS.hellosAtOnce));
  expect(answered('2001:db8:0:2::1', 10)).toBe(4);
  rate.giveBack('2001:db8:0:1:ffff::9');
  expect(answered('2001:db8:0:1::1', 10)).toBe(1);
  expect(rate.remembered).toBe(2);
});

test('who turns out to be a counter has its hello back, and never more than there are', () => {
  for (let counter = 0; counter < 100; counter += 1) {
    expect(rate.take('192.0.2.1')).toBe('answer');
    rate.giveBack('192.0.2.1');
  }
  rate.giveBack('192.0.2.1');
  expect(answered('192.0.2.1', 10)).toBe(4);
});

test('a flood is told once, and again only after it has ended', () => {
  answered('192.0.2.1', 4);
  expect([1, 2, 3].map(() => rate.take('192.0.2.1'))).toEqual(['refuse and tell', 'refuse', 'refuse']);
  now += 500;
  expect([1, 2].map(() => rate.take('192.0.2.1'))).toEqual(['answer', 'refuse']);
  now += 2_000;
  expect(answered('192.0.2.1', 4)).toBe(4);
  expect(rate.take('192.0.2.1')).toBe('refuse and tell');
});

test('the addresses that are remembered are few, and those that were heard of last', () => {
  answered('192.0.2.1', 10);
  for (let at = 0; at < 1_000; at += 1) {
    rate.take(`198.51.100.${at}`);
    expect(rate.take('192.0.2.1')).not.toBe('answer');
    expect(rate.remembered).toBeLessThanOrEqual(LIMITS.addresses);
  }
});
