/** Who has not yet said who they are: few of one line, and the oldest gives way. */
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { Handshakes } from '../../../../electron/server/doors/handshakes.ts';

function wait(handshakes: Handshakes, address: string): Socket {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: address });
  handshakes.add(socket);
  return socket;
}

test('the addresses of one IPv6 line push each other out, and nobody else', () => {
  const handshakes = new Handshakes({ fromOneAddress: 2, altogether: 10 });
  const other = wait(handshakes, '2001:db8:0:2::1');
  const own = ['::1', '::2', '::3'].map((end) => wait(handshakes, `2001:db8:0:1${end}`));
  expect(own.map(({ destroyed }) => destroyed)).toEqual([true, false, false]);
  expect(other.destroyed).toBe(false);
  expect(handshakes.count).toBe(3);
});

test('when all places are taken the oldest gives way, and who has said who they are keeps theirs', () => {
  const handshakes = new Handshakes({ fromOneAddress: 2, altogether: 2 });
  const first = wait(handshakes, '203.0.113.1');
  const second = wait(handshakes, '203.0.113.2');
  handshakes.over(first);
  wait(handshakes, '203.0.113.3');
  wait(handshakes, '203.0.113.4');
  expect([first.destroyed, second.destroyed]).toEqual([false, true]);
});
