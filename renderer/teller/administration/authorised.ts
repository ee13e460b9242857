/** What every change of administration brings beside its own values. */
export interface Authorised {
  /** Empty where none is asked for. */
  readonly reason: string;
  /** The second person in place. */
  readonly authorisation: { readonly clerkCode: string; readonly password: string };
}
