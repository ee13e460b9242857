/** Every state of the gallery in English. */
import { testStates } from './gallery-states.ts';

testStates('en');
