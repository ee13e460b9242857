/** A whole number on the screen for its thirty seconds. */
import type { Input, Output } from '../../../electron/contract/verbs.ts';

export type RevealField = Input<'visit.reveal'>['field'];
export type Revealed = Output<'visit.reveal'> & { readonly field: RevealField };
