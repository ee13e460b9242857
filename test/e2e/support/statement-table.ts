/** The statement as the screen tells it: totals and lines, read off the page like a screen reader would. */
import type { Desk } from './desk.ts';

export interface StatementLine {
  readonly date: string;
  /** Null for allocations, which have no time of their own. */
  readonly time: string | null;
  readonly kind: string;
  readonly place: string;
  readonly reference: string;
  readonly amount: string;
  readonly balance: string;
}

export async function shownLines(desk: Desk): Promise<readonly StatementLine[]> {
  const rows = desk.page.locator('.statement-lines tbody tr');
  const cells = await rows.evaluateAll((all) =>
    all.map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.innerText.split('\n').map((line) => line.trim())),
    ),
  );
  return cells.map(([date = [], kind = [], place = [], amount = [], balance = []]) => ({
    date: date[0] ?? '',
    time: date[1] ?? null,
    kind: kind[0] ?? '',
    place: place.slice(0, -1).join(''),
    reference: place.at(-1) ?? '',
    amount: amount[0] ?? '',
    balance: balance[0] ?? '',
  }));
}

/** Every total by its word on the screen. */
export async function shownTotals(desk: Desk): Promise<Readonly<Record<string, string>>> {
  const pairs = await desk.page
    .locator('.statement-lines dl.totals > div')
    .evaluateAll((all) =>
      all.map((pair) => [pair.querySelector('dt')?.textContent.trim(), pair.querySelector('dd')?.textContent.trim()]),
    );
  return Object.fromEntries(pairs);
}
