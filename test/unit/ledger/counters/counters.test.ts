/** Counters of an office with a server: added by an administrator, joined with a code, known by certificate, shut out. */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Enrolment } from '../../../../electron/contract/administration/counter-verbs.ts';
import { parseEnrolmentCode } from '../../../../electron/contract/administration/enrolment-code.ts';
import type { Instant } from '../../../../electron/contract/kernel/dates.ts';
import { enrolmentProof } from '../../../../electron/ledger/counters/enrolment-secret.ts';
import type { CertificateAuthority } from '../../../../electron/ledger/request/scope.ts';
import {
  authorised,
  copyOf,
  makeTemplate,
  MINUTE,
  Office,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';

const FINGERPRINT = 'ab'.repeat(32);
const DAY = 24 * 60 * MINUTE;
const YEAR = 365 * DAY;
const ADDRESS = '192.168.1.10:7443';

/** Signs whatever is not empty; the certificate says for whom. */
class NotingAuthority implements CertificateAuthority {
  readonly fingerprint = FINGERPRINT;
  readonly officeCertificate = 'the office';
  readonly signed: { readonly number: string; readonly kind: string }[] = [];
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  sign(request: Uint8Array, { number, kind }: { readonly number: string; readonly kind: string }) {
    if (request.length === 0) return Promise.resolve(null);
    this.signed.push({ number, kind });
    const serial = this.signed.length.toString(16);
    const endsAt = (this.#now() + YEAR) as Instant;
    return Promise.resolve({ serial, certificate: `certificate ${serial} of ${number}`, endsAt });
  }
}

let template: Template;
let office: Office;
let admin: Counter;
let authority: NotingAuthority;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  authority = new NotingAuthority(() => office.at);
  office.authority = authority;
  office.reopen();
  admin = await office.signIn('9001');
  await office.must('server.begin', { address: ADDRESS, fingerprint: FINGERPRINT }, null);
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

const add = (name = '二号柜台', kind: 'counter' | 'supervisor-desk' = 'counter') =>
  office.must('counter.add', { name, kind, authorisation: authorised('2001') }, admin);

function joinInput(enrolment: Enrolment, csr = Uint8Array.of(1), fingerprint = FINGERPRINT) {
  const code = parseEnrolmentCode(enrolment.code);
  if (code === null) throw new Error(`${enrolment.code} is no code`);
  return { number: code.number, csr, proof: enrolmentProof(code.secret, 'join', fingerprint, csr) };
}

const joined = async (enrolment: Enrolment, csr?: Uint8Array<ArrayBuffer>) =>
  office.must('counter.join', joinInput(enrolment, csr), null);
const codeOfJoining = async (...words: Parameters<typeof joinInput>) =>
  office.codeOf('counter.join', joinInput(...words), null);
const greeted = (serial: string) => office.codeOf('counter.greet', { serial }, null);
const states = async () =>
  (await office.must('counter.list', {}, null)).map(({ number, state }) => `${number} ${state}`);

describe('adding', () => {
  test('gives a code with address and fingerprint, under the least free number', async () => {
    const first = await add();
    expect(first).toMatchObject({ number: '01', kind: 'counter', address: ADDRESS, fingerprint: FINGERPRINT });
    expect(first.expiresAt - office.at).toBe(10 * MINUTE);
    expect((await add('主管台', 'supervisor-desk')).number).toBe('02');
    expect(await states()).toEqual(['01 expected', '02 expected']);
  });

  test('takes an administrator and a second person', async () => {
    const input = { name: '二号柜台', kind: 'counter', authorisation: null } as const;
    expect(await office.codeOf('counter.add', input, admin)).toBe('SECOND_PERSON_REQUIRED');
    const clerk = await office.signIn('1001');
    expect(await office.codeOf('counter.add', { ...input, authorisation: authorised('2001') }, clerk)).toBe(
      'ROLE_REQUIRED',
    );
    expect(await states()).toEqual([]);
  });

  test('the same name gets another code while nobody has joined, and the code before serves no more', async () => {
    const before = await add();
    const again = await add();
    expect(again.number).toBe(before.number);
    expect(await codeOfJoining(before)).toBe('ENROLMENT_CODE_WRONG');
    await joined(again);
    const input = { name: '二号柜台', kind: 'counter', authorisation: authorised('2001') } as const;
    expect(await office.codeOf('counter.add', input, admin)).toBe('COUNTER_NAME_TAKEN');
  });

  test('is refused where no server was ever started', async () => {
    const other = new Office(copyOf(template));
    const input = { name: '二号柜台', kind: 'counter', authorisation: authorised('2001') } as const;
    expect(await other.codeOf('counter.add', input, await other.signIn('9001'))).toBe('SERVER_NEVER_STARTED');
    other.close();
  });
});

describe('joining', () => {
  test('number and kind are the office’s, and the answer proves that the office knows the code', async () => {
    const enrolment = await add('主管台', 'supervisor-desk');
    const answer = await joined(enrolment);
    expect(answer).toMatchObject({ number: '01', kind: 'supervisor-desk', officeCertificate: 'the office' });
    expect(authority.signed).toEqual([{ number: '01', kind: 'supervisor-desk' }]);
    const secret = parseEnrolmentCode(enrolment.code)?.secret ?? '';
    const content = Buffer.from(answer.certificate);
    expect(answer.proof).toEqual(enrolmentProof(secret, 'welcome', FINGERPRINT, content));
    expect(await states()).toEqual(['01 joined']);
  });

  test('a code serves one request, which may ask again when its answer was lost', async () => {
    const enrolment = await add();
    const first = await joined(enrolment);
    expect(await joined(enrolment)).toEqual(first);
    expect(authority.signed).toHaveLength(1);
    expect(await codeOfJoining(enrolment, Uint8Array.of(2))).toBe('ENROLMENT_CODE_USED');
  });

  test('a code is too late after ten minutes, and unknown for a number nobody gave', async () => {
    const enrolment = await add();
    office.at += 10 * MINUTE;
    expect(await codeOfJoining(enrolment)).toBe('ENROLMENT_CODE_EXPIRED');
    const nobody = { ...joinInput(enrolment), number: '77' };
    expect(await office.codeOf('counter.join', nobody, null)).toBe('ENROLMENT_CODE_UNKNOWN');
  });

  test('five guesses end a code, though each was refused; they survive a restart and are on record', async () => {
    const enrolment = await add();
    const guess = { ...joinInput(enrolment), proof: new Uint8Array(32) };
    for (const left of [4, 3, 2, 1, 0]) {
      const reply = await office.ask('counter.join', guess, null);
      expect(reply).toMatchObject({ ok: false, error: { code: 'ENROLMENT_CODE_WRONG', details: { left } } });
      office.reopen();
    }
    expect(await codeOfJoining(enrolment)).toBe('ENROLMENT_CODE_DEAD');
    expect(authority.signed).toEqual([]);
  });

  test('a proof made for another office’s certificate is a guess', async () => {
    expect(await codeOfJoining(await add(), Uint8Array.of(1), 'cd'.repeat(32))).toBe('ENROLMENT_CODE_WRONG');
  });

  test('what is no request for a certificate is refused, and the code still serves', async () => {
    const enrolment = await add();
    expect(await codeOfJoining(enrolment, new Uint8Array(0))).toBe('CERTIFICATE_REQUEST_INVALID');
    await joined(enrolment);
  });

  test('two computers with one code at once: one of them joins', async () => {
    const enrolment = await add();
    const codes = await Promise.all([
      codeOfJoining(enrolment, Uint8Array.of(1)),
      codeOfJoining(enrolment, Uint8Array.of(2)),
    ]);
    expect(codes.toSorted()).toEqual(['ENROLMENT_CODE_USED', null]);
  });

  test('without a server there is nobody to sign', async () => {
    const enrolment = await add();
    office.authority = null;
    office.reopen();
    expect(await codeOfJoining(enrolment)).toBe('NOT_ALLOWED_HERE');
  });
});

describe('a joined counter', () => {
  beforeEach(async () => {
    await joined(await add());
  });

  const renew = async (counter: string) => {
    const from = { sessionToken: null, door: 'program', counter, operator: 'window' } as const;
    const { reply } = await office.door.answer({ verb: 'counter.renew', input: { csr: Uint8Array.of(9) }, ...from });
    return reply;
  };

  test('is known by its serial, and seen', async () => {
    expect(await office.must('counter.greet', { serial: '1' }, null)).toEqual({ number: '01', kind: 'counter' });
    expect(await greeted('2')).toBe('COUNTER_UNKNOWN');
    expect(await office.must('counter.list', {}, null)).toMatchObject([{ lastSeenAt: office.at, state: 'joined' }]);
  });

  test('is listed with how its line does, where a server knows it', async () => {
    expect(await office.must('counter.list', {}, null)).toMatchObject([{ line: null }]);
    const line = { since: office.at as Instant, returns: 3 };
    office.lines = { of: (number) => (number === '01' ? line : null) };
    office.reopen();
    expect(await office.must('counter.list', {}, null)).toMatchObject([{ number: '01', line }]);
  });

  test('renews its certificate in its last days, and the old one serves until the new one is used', async () => {
    expect(await renew('01')).toMatchObject({ ok: false, error: { code: 'COUNTER_STATE' } });
    office.at += 300 * DAY;
    expect(await renew('01')).toMatchObject({ ok: true, value: { certificate: 'certificate 2 of 01' } });
    expect(await renew('01')).toMatchObject({ ok: true, value: { certificate: 'certificate 3 of 01' } });
    expect([await greeted('1'), await greeted('2'), await greeted('3'), await greeted('1')]).toEqual([
      null,
      'COUNTER_UNKNOWN',
      null,
      'COUNTER_UNKNOWN',
    ]);
    expect(await renew('02')).toMatchObject({ ok: false, error: { code: 'COUNTER_UNKNOWN' } });
  });

  test('is shut out by one administrator at once: certificate, sessions and visits', async () => {
    const reason = '电脑被盗';
    const at = {
      verb: 'session.signIn',
      operator: 'window',
      door: 'teller',
      counter: '01',
      sessionToken: null,
    } as const;
    const { session } = await office.door.answer({
      ...at,
      input: { clerkCode: '1001', password: authorised('1001').password },
    });
    const current = { ...at, verb: 'session.current', input: {}, sessionToken: session ?? null } as const;
    expect((await office.door.answer(current)).reply).toMatchObject({ value: { clerk: { code: '1001' } } });
    expect(await office.must('counter.revoke', { number: '01', reason }, admin)).toMatchObject({ state: 'revoked' });
    expect((await office.door.answer(current)).reply).toMatchObject({ ok: true, value: null });
    expect(await greeted('1')).toBe('COUNTER_REVOKED');
    expect(await office.codeOf('counter.revoke', { number: '01', reason }, admin)).toBe('COUNTER_REVOKED');
    expect((await add()).number).toBe('02');
  });

  test('gets another name or kind before a second person, and never the name of another one', async () => {
    await add('三号柜台');
    const change = (number: string, name: string | null, kind: 'counter' | 'supervisor-desk' | null) =>
      office.codeOf('counter.change', { number, name, kind, authorisation: authorised('2001') }, admin);
    expect(await change('01', '三号柜台', null)).toBe('COUNTER_NAME_TAKEN');
    expect(await change('01', null, null)).toBe('COUNTER_STATE');
    expect(await change('01', null, 'supervisor-desk')).toBeNull();
    expect(await change('55', '五号', null)).toBe('COUNTER_UNKNOWN');
    expect(await office.must('counter.greet', { serial: '1' }, null)).toMatchObject({ kind: 'supervisor-desk' });
  });
});
