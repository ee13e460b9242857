/**
 * A ledger of one holder that answers by heart, for what the door and the pages do with answers: it keeps sessions and one report, and
 * judges nothing but what it is told here. The real one is in the tests beside it.
 */
import { randomUUID } from 'node:crypto';
import { businessDate, instant } from '../../electron/contract/kernel/dates.ts';
import { refused, type ErrorCode } from '../../electron/contract/kernel/errors.ts';
import type { Fen } from '../../electron/contract/kernel/money.ts';
import { onlineVerbs } from '../../electron/contract/online/online-verbs.ts';
import type { OnlineStanding } from '../../electron/contract/online/holder-pages.ts';
import type { OnlineLoss, OnlineSession } from '../../electron/contract/online/online-views.ts';
import type { AskedFrom, HolderAnswer, HolderLedger, HolderVerb } from '../../electron/server/web/holder-asking.ts';

export const HOLDER = { idNumber: '110101199003074514', name: '张伟', phone: '13800001234', cardEnd: '0024' } as const;
export const CODE = '246810';
export const PASSWORD = 'a long password';
export const LOSS_NUMBER = 'L010120240205001X';
const MINUTE = 60_000;

export interface Asked extends AskedFrom {
  readonly verb: HolderVerb;
  readonly input: unknown;
}

/** As long as both may be. */
export const OFFICE = {
  bankName: '中国某某商业银行股份有限公司杭州分行',
  officeName: '西湖支行武林广场储蓄所',
  queryTelephone: '0571-88881234转56',
  demo: false,
};

export class ScriptedHolder implements HolderLedger {
  readonly asked: Asked[] = [];
  readonly sessions = new Map<string, OnlineSession>();
  /** Refuses the next question for the verb. */
  readonly refusals = new Map<HolderVerb, ErrorCode>();
  loss: OnlineLoss | null = null;
  demo = false;
  /** Sign-ins beside whichever is asked of. */
  others: OnlineStanding['login']['others'] = [];
  /** The id of the passkey that was registered. */
  passkey: string | null = null;
  /** Reports made, by their operations. */
  readonly operations = new Map<string, OnlineLoss>();

  async asks(verb: HolderVerb, input: unknown, from: AskedFrom): Promise<HolderAnswer> {
    this.asked.push({ verb, input, ...from });
    const code = this.refusals.get(verb);
    this.refusals.delete(verb);
    if (code !== undefined) return { reply: refused(code) };
    const read = onlineVerbs[verb].input.safeParse(input);
    if (!read.success) {
      const field = read.error.issues.map(({ path }) => path.join('.')).join(', ');
      return { reply: refused('INPUT_INVALID', { field }) };
    }
    const session = from.token === null ? null : (this.sessions.get(from.token) ?? null);
    return this.#answer(verb, read.data, { session, token: from.token });
  }

  #answer(
    verb: HolderVerb,
    input: Record<string, unknown>,
    { session, token }: { session: OnlineSession | null; token: string | null },
  ): HolderAnswer {
    const soon = instant(Date.now() + 5 * MINUTE);
    if (verb === 'online.sendCode') {
      const codeId = `${String(input['purpose'])}-${randomUUID()}`;
      return ok({ codeId, expiresAt: soon });
    }
    if (verb === 'online.challenge') {
      const { purpose, site } = input;
      const options = purpose === 'register' ? creationOptions(String(site)) : { challenge: CHALLENGE, rpId: site };
      return ok({ challengeId: 'challenge', options: JSON.stringify(options), expiresAt: soon });
    }
    if (verb === 'online.session') return ok(session);
    if (verb === 'online.office') return ok({ ...OFFICE, demo: this.demo });
    if (verb === 'online.enter' || verb === 'online.register' || verb === 'online.signIn')
      return this.#open(verb, input);
    if (session === null) return { reply: refused('SIGN_IN_REQUIRED') };
    if (verb === 'online.signOut') {
      this.sessions.delete(token ?? '');
      return { reply: { ok: true, value: {} }, session: null };
    }
    return this.#answerKnown(verb, input, { session, token: token ?? '' });
  }

  #open(verb: HolderVerb, { code, codeId, proof, login }: Record<string, unknown>): HolderAnswer {
    const given = (proof ?? login ?? {}) as { readonly answer?: unknown; readonly password?: unknown };
    const passkey = idOf(given.answer);
    if (verb === 'online.register') this.passkey = passkey;
    const isProven = given.password === PASSWORD || (passkey !== null && passkey === this.passkey);
    if (verb === 'online.signIn' && !isProven) return { reply: refused('ONLINE_REFUSED', { minutes: 30 }) };
    if (verb !== 'online.signIn' && code !== CODE) return { reply: refused('CODE_WRONG', { left: 2 }) };
    const kind = verb !== 'online.enter' ? 'login' : String(codeId).startsWith('report') ? 'report' : 'follow-up';
    const session: OnlineSession = {
      kind,
      holderNameMasked: '张*',
      cardMasked: '621330******0024',
      endsAt: instant(Date.now() + 10 * MINUTE),
      lossNumber: kind === 'follow-up' ? LOSS_NUMBER : null,
      reportHoldsUntil: businessDate('2024-02-10'),
    };
    if (kind === 'follow-up') this.loss ??= lossOf(null);
    const token = randomUUID();
    this.sessions.set(token, session);
    return { reply: { ok: true, value: session }, session: token };
  }

  #answerKnown(
    verb: HolderVerb,
    input: Record<string, unknown>,
    { session, token }: { session: OnlineSession; token: string },
  ): HolderAnswer {
    const { loss } = this;
    if (verb === 'online.report') {
      const before = this.operations.get(String(input['operationId']));
      if (before !== undefined) return ok(before);
      if (loss !== null) return { reply: refused('LOSS_ALREADY_REPORTED') };
      const made = lossOf(session.kind === 'login' ? instant(Date.now() + 30 * MINUTE) : null);
      this.loss = made;
      this.operations.set(String(input['operationId']), made);
      if (session.kind === 'report') this.sessions.set(token, { ...session, lossNumber: made.number });
      return ok(made);
    }
    if (verb === 'online.standing') return ok(standingOf(loss, this.others));
    if (verb === 'online.entries') return ok(entriesOf(Number(input['page'] ?? 1)));
    if (verb === 'online.totals') return ok({ year: 2023, totals: TOTALS });
    if (verb === 'online.changeLogin') return ok(session);
    if (verb === 'online.endOthers') {
      this.others = [];
      return ok({});
    }
    if (loss === null || input['number'] !== loss.number) return { reply: refused('LOSS_UNKNOWN') };
    if (verb === 'online.voucher')
      return ok({
        pdf: new TextEncoder().encode('%PDF-1.7 voucher'),
        fileName: '挂失凭证.pdf',
        verificationCode: 'K7',
      });
    if (verb === 'online.withdraw') {
      const timeline = [...loss.timeline, { at: '2024-02-05 09:40:00', event: 'taken-back' as const }];
      this.loss = { ...loss, status: 'taken-back', withdrawUntil: null, timeline };
    }
    return ok(this.loss);
  }
}

const CHALLENGE = 'c2lnbiB0aGlz';

function creationOptions(site: string) {
  return {
    challenge: CHALLENGE,
    rp: { id: site, name: 'Medicard' },
    user: { id: 'aG9sZGVy', name: 'holder', displayName: 'holder' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  };
}

/** Of what an authenticator answered. */
function idOf(answer: unknown): string | null {
  return typeof answer === 'string' ? (JSON.parse(answer) as { id: string }).id : null;
}

function ok(value: unknown): HolderAnswer {
  return { reply: { ok: true, value } };
}

function lossOf(withdrawUntil: OnlineLoss['withdrawUntil']): OnlineLoss {
  return {
    ...{ number: LOSS_NUMBER, status: 'reported', object: 'card', kind: 'oral', channel: 'online' },
    cardMasked: '621330******0024',
    reportedAt: '2024-02-05 09:30:00',
    lostFrom: '2024-02-05 09:30:00',
    lapsesOn: businessDate('2024-02-10'),
    reissueFrom: null,
    withdrawUntil,
    timeline: [{ at: '2024-02-05 09:30:00', event: 'reported' }],
  };
}

function standingOf(loss: OnlineLoss | null, others: OnlineStanding['login']['others']): OnlineStanding {
  return {
    ...{ holderNameMasked: '张*', cardMasked: '621330******0024', phoneMasked: '138****1234' },
    balanceFen: 123_456 as Fen,
    businessDate: businessDate('2024-02-05'),
    isStopped: loss?.status === 'reported',
    losses: loss === null ? [] : [loss],
    login: { kind: 'password', registeredAt: instant(1_700_000_000_000), others },
  };
}

const TOTALS = [
  { kind: 'allocation', amountFen: 360_000 as Fen, count: 12 },
  { kind: 'consumption', amountFen: -150_250 as Fen, count: 31 },
] as const;

function entriesOf(page: number) {
  const items = Array.from({ length: 20 }, (_, at) => ({
    date: businessDate('2024-02-03'),
    at: at % 3 === 0 ? null : `2024-02-03 10:${10 + at}:00`,
    kind: at % 3 === 0 ? 'allocation' : 'consumption',
    amountFen: (at % 3 === 0 ? 30_000 : -15_050) as Fen,
    balanceFen: (123_456 + at) as Fen,
    place: at % 3 === 0 ? null : '杭州市第一人民医院门诊部（湖滨院区）',
  }));
  return { items, total: 120, page, pages: 3 };
}
