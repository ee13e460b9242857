/** Who has not yet said who they are: few of one line, and the oldest gives way. */
import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { Handshakes } from '../../../../electron/server/doors/handshakes.ts';

class Waiting extends EventEmitter {
  destroyed = false;
  readonly remoteAddress: string;

  constructor(remoteAddress: string) {
    super();
    this.remoteAddress = remoteAddress;
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

function wait(handshakes: Handshakes, address: string): Waiting {
  const socket = new Waiting(address);
  handshakes.add(socket as unknown as Socket);
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
  const [first, second] = ['203.0.113.1', '203.0.113.2'].map((address) => wait(handshakes, address));
  handshakes.over(first as unknown as Socket);
  wait(handshakes, '203.0.113.3');
  wait(handshakes, '203.0.113.4');
  expect([first?.destroyed, second?.destroyed]).toEqual([false, true]);
});
