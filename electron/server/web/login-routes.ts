/** Registering, signing in and out, and another way to sign in. */
import {
  CODE_QUERY,
  HOLDER_PLACES,
  NO_PASSKEY,
  type FormFault,
  type HolderField,
  type HolderForm,
  type HolderPage,
} from '../../contract/online/holder-pages.ts';
import type { HolderInput, HolderOutput } from './holder-asking.ts';
import { EMPTY_FORM, emptyFaults, typedIn, type Sent } from './form-rules.ts';
import { emptyForm, faultyForm, notice, refusedForm, refusedPage, type Outcome, type PageRoute } from './page-route.ts';
import type { Visitor } from './visitor.ts';

type NewLogin = HolderInput<'online.register'>['login'];
type Proof = HolderInput<'online.signIn'>['proof'];

const NEW_PASSWORD: readonly HolderField[] = ['newPassword', 'repeated'];
const BY_PASSWORD: readonly HolderField[] = ['idNumber', 'password'];
const WITHOUT_PASSKEY: FormFault = { field: null, why: 'no passkey' };

export const loginRoutes: readonly PageRoute[] = [
  { method: 'GET', place: HOLDER_PLACES.registerCode, answer: askToRegister },
  { method: 'POST', place: HOLDER_PLACES.registerCode, answer: register },
  { method: 'GET', place: HOLDER_PLACES.signIn, answer: askToSignIn },
  { method: 'POST', place: HOLDER_PLACES.signIn, answer: signIn },
  { method: 'GET', place: HOLDER_PLACES.login, answer: askToChange },
  { method: 'POST', place: HOLDER_PLACES.login, answer: change },
  { method: 'POST', place: HOLDER_PLACES.otherSignIns, answer: endOthers },
  { method: 'POST', place: HOLDER_PLACES.signOut, answer: signOut },
  { method: 'GET', place: HOLDER_PLACES.signedOut, answer: async () => notice('signed-out', 200) },
  { method: 'GET', place: HOLDER_PLACES.ended, answer: async () => notice('ended', 200) },
];

async function askToRegister(visitor: Visitor): Promise<Outcome> {
  if (visitor.query(CODE_QUERY) === '') return { goTo: HOLDER_PLACES.register };
  return { show: await registerPage(visitor, EMPTY_FORM) };
}

async function registerPage(visitor: Visitor, form: HolderForm): Promise<HolderPage> {
  return { page: 'register', codeId: visitor.query(CODE_QUERY), passkey: await visitor.passkey('register'), form };
}

async function register(visitor: Visitor): Promise<Outcome> {
  const { sent, language } = visitor;
  const again = (form: HolderForm): Promise<HolderPage> => registerPage(visitor, form);
  const { login, faults } = newLogin(sent);
  const all = [...emptyFaults(sent, ['code']), ...faults];
  if (login === null || all.length > 0) return faultyForm(visitor, all, again);
  const reply = await visitor.ask('online.register', {
    ...{ codeId: visitor.query(CODE_QUERY), code: typedIn(sent, 'code') },
    ...{ login, language },
  });
  if (!reply.ok) return refusedForm(visitor, reply.error, { fields: ['code', 'newPassword'], again });
  return { goTo: HOLDER_PLACES.home };
}

async function askToSignIn(visitor: Visitor): Promise<Outcome> {
  if ((await visitor.session())?.kind === 'login') return { goTo: HOLDER_PLACES.home };
  return { show: await signInPage(visitor, EMPTY_FORM) };
}

async function signInPage(visitor: Visitor, form: HolderForm): Promise<HolderPage> {
  return { page: 'sign-in', passkey: await visitor.passkey('sign-in'), form };
}

async function signIn(visitor: Visitor): Promise<Outcome> {
  const form = { fields: BY_PASSWORD, again: (filled: HolderForm) => signInPage(visitor, filled) };
  const { sent } = visitor;
  const passkey = passkeyIn(sent, 'passkey');
  if (passkey === NO_PASSKEY) return faultyForm(visitor, [WITHOUT_PASSKEY], form.again);
  const empty = passkey === null ? await emptyForm(visitor, form) : null;
  if (empty !== null) return empty;
  const reply = await visitor.ask('online.signIn', { proof: passkey ?? passwordIn(sent) });
  if (!reply.ok) return refusedForm(visitor, reply.error, form);
  return { goTo: HOLDER_PLACES.home };
}

async function signOut(visitor: Visitor): Promise<Outcome> {
  // Whatever the ledger says, the browser forgets.
  await visitor.ask('online.signOut', {});
  visitor.leave();
  return { goTo: HOLDER_PLACES.signedOut };
}

async function askToChange(visitor: Visitor): Promise<Outcome> {
  const standing = await visitor.ask('online.standing', {});
  if (!standing.ok) return refusedPage(visitor, standing.error);
  return { show: await changePage(visitor, standing.value.login, EMPTY_FORM) };
}

type PresentLogin = HolderOutput<'online.standing'>['login'];

async function changePage(visitor: Visitor, { kind, others }: PresentLogin, form: HolderForm): Promise<HolderPage> {
  const proof = kind === 'passkey' ? await visitor.passkey('sign-in') : null;
  return { page: 'login', kind, others, proof, passkey: await visitor.passkey('register'), form };
}

async function change(visitor: Visitor): Promise<Outcome> {
  const standing = await visitor.ask('online.standing', {});
  if (!standing.ok) return refusedPage(visitor, standing.error);
  const { login: present } = standing.value;
  const { kind } = present;
  const { sent, language } = visitor;
  const again = (form: HolderForm): Promise<HolderPage> => changePage(visitor, present, form);
  const proven = kind === 'password' ? passwordIn(sent) : passkeyIn(sent, 'proof');
  const proofFaults = kind === 'password' ? emptyFaults(sent, BY_PASSWORD) : [];
  const { login, faults } = newLogin(sent);
  if (proven === null || proven === NO_PASSKEY) return faultyForm(visitor, [WITHOUT_PASSKEY, ...faults], again);
  if (login === null || proofFaults.length > 0) return faultyForm(visitor, [...proofFaults, ...faults], again);
  const reply = await visitor.ask('online.changeLogin', { proof: proven, login, language });
  if (!reply.ok) return refusedForm(visitor, reply.error, { fields: [...BY_PASSWORD, ...NEW_PASSWORD], again });
  return { goTo: HOLDER_PLACES.home };
}

async function endOthers(visitor: Visitor): Promise<Outcome> {
  const reply = await visitor.ask('online.endOthers', {});
  return reply.ok ? { goTo: HOLDER_PLACES.login } : refusedPage(visitor, reply.error);
}

/** A passkey of the device where it has given one, else the password that was typed twice. */
function newLogin(sent: Sent): { readonly login: NewLogin | null; readonly faults: readonly FormFault[] } {
  const passkey = passkeyIn(sent, 'passkey');
  if (passkey === NO_PASSKEY) return { login: null, faults: [WITHOUT_PASSKEY] };
  if (passkey !== null) return { login: passkey, faults: [] };
  const empty = emptyFaults(sent, NEW_PASSWORD);
  if (empty.length > 0) return { login: null, faults: empty };
  const password = typedIn(sent, 'newPassword');
  if (password !== typedIn(sent, 'repeated')) return { login: null, faults: [{ field: 'repeated', why: 'differs' }] };
  return { login: { kind: 'password', password }, faults: [] };
}

type Passkey = Extract<Proof, { readonly kind: 'passkey' }>;

/** Null where the form came without a passkey's answer. */
function passkeyIn(sent: Sent, named: 'passkey' | 'proof'): Passkey | typeof NO_PASSKEY | null {
  const [challengeId, answer] = [sent[`${named}Challenge`] ?? '', sent[`${named}Answer`] ?? ''];
  if (answer === '') return null;
  return answer === NO_PASSKEY ? NO_PASSKEY : { kind: 'passkey', challengeId, answer };
}

function passwordIn(sent: Sent): Proof {
  return { kind: 'password', idNumber: typedIn(sent, 'idNumber'), password: typedIn(sent, 'password') };
}
