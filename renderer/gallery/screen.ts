/** What a state of the gallery is: a window, what its program knows, and how it is led there. */
import type { Desk } from './desk.ts';
import type { FakeBridge } from './fake/fake-bridge.ts';
import type { FakeCustomerBridge, FakeCustomerOptions } from './fake/fake-customer.ts';
import type { FakeOptions } from './fake/fake-state.ts';

export interface TellerState {
  readonly program?: FakeOptions;
  readonly show?: (desk: Desk<FakeBridge>) => Promise<void>;
}

export interface CustomerState {
  readonly program?: FakeCustomerOptions;
  readonly show?: (desk: Desk<FakeCustomerBridge>) => Promise<void>;
}

interface ScreenOf<Kind extends 'teller' | 'customer', State> {
  readonly window: Kind;
  readonly name: string;
  readonly states: Readonly<Record<string, State>>;
}

export type Screen = ScreenOf<'teller', TellerState> | ScreenOf<'customer', CustomerState>;

/** @param common what the program knows in every state of this screen; a state's own goes before it. */
export function tellerScreen(
  name: string,
  common: FakeOptions,
  states: Readonly<Record<string, TellerState>>,
): ScreenOf<'teller', TellerState> {
  const own = Object.entries(states).map(([state, { program, ...rest }]): [string, TellerState] => [
    state,
    { ...rest, program: { ...common, ...program } },
  ]);
  return { window: 'teller', name, states: Object.fromEntries(own) };
}

export function customerScreen(
  name: string,
  states: Readonly<Record<string, CustomerState>>,
): ScreenOf<'customer', CustomerState> {
  return { window: 'customer', name, states };
}
