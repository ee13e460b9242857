import type { Migration } from '../migration.ts';

/** Somebody who is known by the ID number alone was found by looking through every card, which took the longer the more there are. */
export const accountOfHolder: Migration = {
  name: '0022-account-of-holder',
  up: `
    CREATE INDEX account_of_holder ON account (holder_id);
  `,
};
