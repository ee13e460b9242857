/**
 * The holder's pages as plain data: the door of the web says which page with what on it, `renderer/holder` draws it. Both sides read
 * the same places, so a form cannot lead where nobody answers.
 */
import type { Refusal } from '../kernel/errors.ts';
import type { Locale } from '../messages/word-pair.ts';
import type { Output } from '../verbs.ts';
import type { CodePurpose, OfficeShown, OnlineLoss, OnlineSession } from './online-views.ts';

export type OnlineStanding = Output<'online.standing'>;
export type OnlineTotals = Output<'online.totals'>;
export type OnlineEntry = Output<'online.entries'>['items'][number];

/** Where each page stands. A page with a form is sent to its own place. */
export const HOLDER_PLACES = {
  start: '/',
  report: '/report',
  reportCode: '/report/code',
  reportConfirm: '/report/confirm',
  followUp: '/follow-up',
  followUpCode: '/follow-up/code',
  register: '/register',
  registerCode: '/register/code',
  signIn: '/sign-in',
  home: '/account',
  entries: '/account/entries',
  totals: '/account/totals',
  login: '/account/login',
  otherSignIns: '/account/login/others',
  signOut: '/sign-out',
  signedOut: '/signed-out',
  ended: '/ended',
  /** The demo office's phone. */
  phone: '/phone',
} as const;

/** The pages of one report lie below its number. */
export const REPORT_PLACES = { report: '/reports', done: 'done', withdraw: 'withdraw', voucher: 'voucher' } as const;

/** In the address of a page of a code: which code it was. */
export const CODE_QUERY = 'sent';
/** In any address: the language to go on in. */
export const LANGUAGE_QUERY = 'language';
/** The field of every form that proves it comes from a page of this server. */
export const FORM_PROOF = 'formProof';

/** In place of a passkey's answer: the device or its owner refused. */
export const NO_PASSKEY = 'none';

/** What can be typed on these pages, by the names of the fields. */
export const HOLDER_FIELDS = [
  'number',
  'idNumber',
  'name',
  'phone',
  'cardEnd',
  'code',
  'password',
  'newPassword',
  'repeated',
] as const;
export type HolderField = (typeof HOLDER_FIELDS)[number];

/** What is wrong with a form: in a field or as a whole, told by the ledger or seen at the door. */
export interface FormFault {
  readonly field: HolderField | null;
  readonly why: Refusal | 'empty' | 'differs' | 'no passkey' | 'away';
}

export interface HolderForm {
  /** What was typed and is no secret. */
  readonly typed: Readonly<Partial<Record<HolderField, string>>>;
  readonly faults: readonly FormFault[];
}

/** What a passkey is asked to sign, as JSON for the browser. */
export interface PasskeyTask {
  readonly challengeId: string;
  readonly options: string;
}

export type HolderNotice =
  /** The holder left. */
  | 'signed-out'
  /** The session has run out, or another sign-in has ended it. */
  | 'ended'
  | 'not-found'
  /** The form is from an older page, or from somewhere else. */
  | 'stale'
  | 'too-often'
  | 'too-large'
  /** The ledger does not answer just now. */
  | 'away'
  | 'fault'
  /** The card was reported lost before. */
  | 'already'
  /** Refused for the reason beside it. */
  | 'refused';

/** What came to the demo office's phone. */
export interface PhoneMessage {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly phone: string;
  readonly text: string;
}

export type HolderPage =
  | { readonly page: 'start' }
  | { readonly page: 'phone'; readonly messages: readonly PhoneMessage[] }
  | { readonly page: 'who'; readonly purpose: CodePurpose; readonly form: HolderForm }
  | {
      readonly page: 'code';
      readonly purpose: Exclude<CodePurpose, 'register'>;
      readonly codeId: string;
      readonly form: HolderForm;
    }
  | {
      readonly page: 'register';
      readonly codeId: string;
      readonly passkey: PasskeyTask | null;
      readonly form: HolderForm;
    }
  | { readonly page: 'sign-in'; readonly passkey: PasskeyTask | null; readonly form: HolderForm }
  | {
      readonly page: 'confirm';
      readonly session: OnlineSession;
      readonly operationId: string;
      readonly form: HolderForm;
    }
  | { readonly page: 'reported'; readonly loss: OnlineLoss }
  | { readonly page: 'report'; readonly loss: OnlineLoss }
  | {
      readonly page: 'withdraw';
      readonly loss: OnlineLoss;
      readonly operationId: string;
      readonly form: HolderForm;
    }
  | { readonly page: 'home'; readonly standing: OnlineStanding }
  | {
      readonly page: 'entries';
      readonly items: readonly OnlineEntry[];
      readonly at: { readonly page: number; readonly pages: number; readonly total: number };
    }
  | { readonly page: 'totals'; readonly totals: OnlineTotals }
  | {
      readonly page: 'login';
      readonly kind: OnlineStanding['login']['kind'];
      readonly others: OnlineStanding['login']['others'];
      readonly proof: PasskeyTask | null;
      readonly passkey: PasskeyTask | null;
      readonly form: HolderForm;
    }
  | { readonly page: 'notice'; readonly notice: HolderNotice; readonly refusal: Refusal | null };

/** What surrounds every page. */
export interface PageFrame {
  readonly language: Locale;
  /** Whose pages these are; null where the ledger has not said it yet. */
  readonly office: OfficeShown | null;
  /** There is a phone of the demo office to look at. */
  readonly phone: boolean;
  /** The page's own address, to come back to it in the other language. */
  readonly here: string;
  /** Whose session it is, masked; by a login everything of the account is open, by a code one matter. */
  readonly holder: { readonly nameMasked: string; readonly byLogin: boolean } | null;
  /** Goes back with every form. */
  readonly proof: string;
  /** Seconds until the session ends by itself; null without one. */
  readonly endsInSeconds: number | null;
  /** Milliseconds since 1970: what is left of a time is counted from it. */
  readonly now: number;
}

/** What goes with every page: its style stands in it, the rest beside it, by its place on the server. */
export interface PageFiles {
  /** As CSS: a page that had to fetch it first would be white for one more journey to the server. */
  readonly style: string;
  readonly faces: string;
  readonly script: string;
}

/** Draws a page whole, as HTML. */
export type DrawPage = (page: HolderPage, frame: PageFrame, files: PageFiles) => Promise<string>;
