/** The order of the pad's digits, another one for each entry, so that a finger's movement does not show the PIN. */

/** Fills the array with chance, as `crypto.getRandomValues` does. */
export type Chance = (bytes: Uint8Array<ArrayBuffer>) => void;

const fromSystem: Chance = (bytes) => {
  crypto.getRandomValues(bytes);
};

/** 0 to 9 in an order every one of which is equally likely. */
export function shuffledDigits(chance: Chance = fromSystem): readonly number[] {
  const order = Array.from({ length: 10 }, (_, digit) => digit);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = evenly(last + 1, chance);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

/** 0 to `below` − 1. A byte from the uneven rest above the last whole multiple is drawn again. */
function evenly(below: number, chance: Chance): number {
  const byte = new Uint8Array(1);
  const limit = 256 - (256 % below);
  let drawn = limit;
  while (drawn >= limit) {
    chance(byte);
    drawn = byte[0] ?? 0;
  }
  return drawn % below;
}
