/** How large this computer's teller window is drawn; kept for the next start. */
import { enlargements, type Enlargement } from '../../../electron/contract/kernel/enlargement.ts';
import { ask } from '../../shared/bridge-client.ts';

const STORED = 'medicard.enlargement';
const ORIGINAL: Enlargement = 100;

let percent: Enlargement = ORIGINAL;

/** As it was left; nothing is asked where that is the original size. */
export function rememberEnlargement(): void {
  const stored = Number(localStorage.getItem(STORED));
  percent = enlargements.find((one) => one === stored) ?? ORIGINAL;
  if (percent !== ORIGINAL) void ask('program.enlarge', { percent });
}

/** @param steps 1 is the next larger size, -1 the next smaller; at either end nothing changes. */
export function enlarge(steps: 1 | -1): void {
  draw(enlargements[enlargements.indexOf(percent) + steps] ?? percent);
}

export function drawOriginalSize(): void {
  draw(ORIGINAL);
}

function draw(next: Enlargement): void {
  percent = next;
  localStorage.setItem(STORED, String(next));
  void ask('program.enlarge', { percent: next });
}
