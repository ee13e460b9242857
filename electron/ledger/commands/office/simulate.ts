/** `simulate`: fills an empty office with plausible history. */
import { simulateOffice } from '../../demo/simulation.ts';
import { requiredNumber, type Command } from '../command.ts';
import { operatorName } from '../acting.ts';
import { asActingClerk } from '../acting-clerk.ts';
import { ownOffice } from '../opened-office.ts';
import { withOwnOffice } from '../open-office.ts';

export const simulate: Command = async ({ options, folder }) => {
  const size = {
    holders: requiredNumber(options, 'holders', 1),
    months: requiredNumber(options, 'months', 0),
    seed: requiredNumber(options, 'seed', 0),
  };
  const started = performance.now();
  const made = await withOwnOffice(folder, (door) =>
    asActingClerk(ownOffice(door), options, (sessionToken) =>
      door.perform('office.simulate', { sessionToken, operator: operatorName() }, (scope) =>
        simulateOffice(scope, size, scope.actor),
      ),
    ),
  );
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  return { json: { ...made, seconds }, text: `${made.accounts} accounts, ${made.entries} entries in ${seconds} s` };
};
