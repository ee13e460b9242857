/**
 * How many TLS hellos the server answers a second, by the address from which they come: each costs it a signature. An address has
 * some at once and more by the second; a counter that came in gets its own back, so that a whole office behind one address may
 * come at once. What is kept for an address goes with the address that has been silent the longest. All addresses of one IPv6 line are one.
 */
import { subscriberAddress } from '../../contract/kernel/subscriber-address.ts';

export interface HelloLimits {
  /** Hellos from one address at once. */
  readonly hellosAtOnce: number;
  readonly hellosASecond: number;
  /** Addresses that are remembered. */
  readonly addresses: number;
}

export type HelloVerdict = 'answer' | 'refuse' | 'refuse and tell';

interface Allowance {
  left: number;
  /** Milliseconds of the clock that is given. */
  at: number;
  /** Told once, until the address has all its hellos again. */
  isTold: boolean;
}

const MILLISECONDS_A_SECOND = 1_000;

export class HelloRate {
  readonly #limits: HelloLimits;
  readonly #now: () => number;
  /** The one that was heard of last stands last. */
  readonly #allowances = new Map<string, Allowance>();

  /** @param now milliseconds that never go back. */
  constructor(limits: HelloLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  get remembered(): number {
    return this.#allowances.size;
  }

  take(address: string): HelloVerdict {
    const allowance = this.#allowanceOf(subscriberAddress(address));
    if (allowance.left >= 1) {
      allowance.left -= 1;
      return 'answer';
    }
    if (allowance.isTold) return 'refuse';
    allowance.isTold = true;
    return 'refuse and tell';
  }

  /** Whoever spoke that hello turned out to be a counter. */
  giveBack(address: string): void {
    const allowance = this.#allowances.get(subscriberAddress(address));
    if (allowance !== undefined) allowance.left = Math.min(this.#limits.hellosAtOnce, allowance.left + 1);
  }

  #allowanceOf(address: string): Allowance {
    const { hellosAtOnce, hellosASecond, addresses } = this.#limits;
    const now = this.#now();
    const allowance = this.#allowances.get(address) ?? { left: hellosAtOnce, at: now, isTold: false };
    const gained = ((now - allowance.at) / MILLISECONDS_A_SECOND) * hellosASecond;
    allowance.left = Math.min(hellosAtOnce, allowance.left + gained);
    allowance.at = now;
    if (allowance.left === hellosAtOnce) allowance.isTold = false;
    this.#allowances.delete(address);
    this.#allowances.set(address, allowance);
    const [longestSilent] = this.#allowances.keys();
    if (this.#allowances.size > addresses && longestSilent !== undefined) this.#allowances.delete(longestSilent);
    return allowance;
  }
}
