/** One line is one asker, however many addresses it has. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subscriberAddress } from '../../../../electron/contract/kernel/subscriber-address.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2::7', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:ffff:1:2:3', '2001:db8:1:2::/64'],
  ['2001:db8::7', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
  ['13800000000', '13800000000'],
])('%s is counted as %s', (address, counted) => {
  expect(subscriberAddress(address)).toBe(counted);
});

test('all addresses of a line are one, and those of two lines are two, however they are written', () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  const half = fc.tuple(group, group, group, group);
  fc.assert(
    fc.property(half, half, half, (line, one, other) => {
      const written = [...line, ...one].map((value) => value.toString(16)).join(':');
      // As the URL standard writes an address, with the longest run of noughts left out.
      const short = new URL(`http://[${[...line, ...other].map((value) => value.toString(16)).join(':')}]/`).hostname;
      expect(subscriberAddress(short.slice(1, -1))).toBe(subscriberAddress(written));
      const next = [line[0], line[1], line[2], line[3] ^ 1, ...one].map((value) => value.toString(16)).join(':');
      expect(subscriberAddress(next)).not.toBe(subscriberAddress(written));
    }),
  );
});
