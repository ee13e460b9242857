/** An office server of its own process, to be killed: tells its parent where it listens and how a counter of it is known. */
import { CounterOffice } from '../server/counter-office.ts';

const office = await CounterOffice.open();
process.send?.({ port: office.port, identity: await office.join('02') });
process.on('disconnect', () => process.exit());
