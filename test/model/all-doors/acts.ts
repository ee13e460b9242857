/** What people do at the doors of the office, as data: drawn once, asked of the program, predicted by the auditor. */
type Code = { readonly code: string; readonly right: boolean; readonly peer: string };
/** How somebody signs in from now on. */
export type Login =
  { readonly kind: 'password'; readonly password: string } | { readonly kind: 'passkey'; readonly passkey: string };
/** A signing of the same name is the same answer once more. */
export type Proof =
  | { readonly kind: 'password'; readonly person: number; readonly password: string }
  | {
      readonly kind: 'passkey';
      readonly passkey: string;
      readonly signing: string;
      /** Of the passkey, as it says itself. */
      readonly uses: number;
      readonly madeAt: number;
    };
type Once = { readonly op: string };

export type Act =
  | {
      readonly act: 'send code';
      readonly code: string;
      readonly person: number;
      readonly purpose: 'register' | 'report' | 'follow-up';
      readonly wrong: 'name' | 'phone' | 'card' | 'old card' | null;
      readonly number: string | null;
      readonly peer: string;
    }
  | ({ readonly act: 'enter'; readonly session: string } & Code)
  | ({ readonly act: 'register'; readonly session: string; readonly login: Login } & Code)
  | {
      readonly act: 'sign in';
      readonly person: number;
      readonly proof: Proof;
      readonly session: string;
      readonly peer: string;
    }
  | { readonly act: 'sign out'; readonly session: string }
  | { readonly act: 'end others'; readonly session: string }
  | { readonly act: 'standing'; readonly session: string }
  | ({ readonly act: 'report'; readonly session: string } & Once)
  | { readonly act: 'progress'; readonly session: string; readonly number: string }
  | ({ readonly act: 'withdraw'; readonly session: string; readonly number: string } & Once)
  | {
      readonly act: 'change login';
      readonly session: string;
      readonly person: number;
      readonly proof: Proof;
      readonly login: Login;
      readonly next: string;
      readonly peer: string;
    }
  | {
      readonly act: 'call';
      readonly person: number;
      readonly digits: string;
      readonly session: string;
      readonly from: string;
    }
  | ({ readonly act: 'report by call'; readonly session: string } & Once)
  | ({
      readonly act: 'report unproven';
      readonly person: number;
      readonly phone: string;
      readonly from: string;
    } & Once)
  | { readonly act: 'progress by call'; readonly session: string }
  | { readonly act: 'change PIN'; readonly session: string; readonly old: string; readonly fresh: string }
  | { readonly act: 'send number'; readonly session: string | null; readonly number: string }
  | { readonly act: 'hang up'; readonly session: string }
  | ({ readonly act: 'report at counter'; readonly person: number; readonly kind: 'oral' | 'formal' } & Once)
  /** The holder proves the PIN first. */
  | ({
      readonly act: 'cancel at counter';
      readonly person: number;
      readonly number: string;
      readonly digits: string;
    } & Once)
  | ({
      readonly act: 'reissue';
      readonly person: number;
      readonly number: string;
      readonly card: string;
    } & Once)
  | ({ readonly act: 'close account'; readonly person: number } & Once)
  | ({ readonly act: 'end login'; readonly person: number } & Once)
  | { readonly act: 'set telephone password'; readonly person: number; readonly digits: string }
  | { readonly act: 'change phone'; readonly person: number; readonly phone: string }
  | { readonly act: 'take messages' }
  | { readonly act: 'settle message'; readonly message: number; readonly failure: string | null };

export type Named<Name extends Act['act']> = Extract<Act, { readonly act: Name }>;
