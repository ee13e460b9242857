/** The office of each test of a file: a copy of one that is made once, found without a fault afterwards and closed. */
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { LossView } from '../../electron/contract/loss/loss-views.ts';
import { LossCounter } from './loss-counter.ts';
import { copyOf, makeTemplate, Office, type Counter, type Template } from './small-office.ts';

interface OpenOffice {
  readonly office: Office;
  readonly clerk: Counter;
}

/** Opens the office before each test, and hands it to the file. */
export function officeOfEachTest(opened: (office: OpenOffice) => void): void {
  forEachTest((template) => {
    const office = new Office(copyOf(template));
    opened({ office, clerk: template.clerk });
    return Promise.resolve(office);
  });
}

/** The same with the first holder at the counter. */
export function lossCounterOfEachTest(opened: (office: OpenOffice & { readonly counter: LossCounter }) => void): void {
  forEachTest(async (template) => {
    const counter = await LossCounter.open(template);
    const { office, clerk } = counter;
    opened({ counter, office, clerk });
    return office;
  });
}

/** The same after that holder has reported the card lost. */
export function lossOfEachTest(
  opened: (office: OpenOffice & { readonly counter: LossCounter } & Pick<LossView, 'number'>) => void,
): void {
  forEachTest(async (template) => {
    const counter = await LossCounter.open(template);
    const [{ office, clerk }, { number }] = [counter, await counter.report()];
    opened({ counter, office, clerk, number });
    return office;
  });
}

function forEachTest(open: (template: Template) => Promise<Office>): void {
  let template: Template;
  let office: Office | null = null;
  beforeAll(async () => {
    template = await makeTemplate();
  });
  beforeEach(async () => {
    office = await open(template);
  });
  afterEach(async () => {
    const [open, faults] = [office, await office?.faults()];
    office = null;
    open?.close();
    expect(faults).toEqual([]);
  });
}
