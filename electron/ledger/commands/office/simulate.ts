/** `simulate`: fills an empty office with plausible history. */
import { simulateOffice } from '../../demo/simulation.ts';
import { requiredNumber, type Command } from '../command.ts';
import { asActingClerk, withOffice } from '../open-office.ts';

export const simulate: Command = async ({ options, folder }) => {
  const size = {
    holders: requiredNumber(options, 'holders', 1),
    months: requiredNumber(options, 'months', 0),
    seed: requiredNumber(options, 'seed', 0),
  };
  const started = performance.now();
  const made = await withOffice(folder, (door) =>
    asActingClerk(door, 'office.simulate', options, (scope) => simulateOffice(scope, size, scope.actor)),
  );
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  return { json: { ...made, seconds }, text: `${made.accounts} accounts, ${made.entries} entries in ${seconds} s` };
};
