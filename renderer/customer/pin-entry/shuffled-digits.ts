/** The order of the pad's digits, another one for each entry, so that a finger's movement does not show the PIN. */

/** Fills the array with random bytes, as `crypto.getRandomValues` does. */
export type RandomSource = (bytes: Uint8Array<ArrayBuffer>) => void;

const fromSystem: RandomSource = (bytes) => {
  crypto.getRandomValues(bytes);
};

/** 0 to 9 in random order, every order equally likely. */
export function shuffledDigits(random: RandomSource = fromSystem): readonly number[] {
  const order = Array.from({ length: 10 }, (_, digit) => digit);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const index = randomBelow(last + 1, random);
    [order[last], order[index]] = [order[index] ?? 0, order[last] ?? 0];
  }
  return order;
}

/** 0 to `below` − 1. A byte above the last whole multiple is drawn again, so that every number is equally likely. */
function randomBelow(below: number, random: RandomSource): number {
  const byte = new Uint8Array(1);
  const limit = 256 - (256 % below);
  let drawn = limit;
  while (drawn >= limit) {
    random(byte);
    drawn = byte[0] ?? 0;
  }
  return drawn % below;
}
