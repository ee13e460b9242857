/** The office server that the fake computer joins, belongs to, and leaves. */
import type { OwnServer, ServerView } from '../../../electron/contract/office/joining-verbs.ts';
import { at, ok, refusedWith, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

type ServerVerb = 'office.join' | 'office.leave' | 'server.show' | 'server.changeAddress';

/** 2025-02-03, 8:58 in the office. */
const SINCE = Date.UTC(2025, 1, 3, 0, 58);

export const fakeServer: ServerView = {
  address: '192.168.10.5:7443',
  number: '02',
  kind: 'counter',
  officeCode: '0101',
  officeName: '朝阳支行建国门储蓄所',
  fingerprint: '5e0fa3b2'.repeat(8),
  certificateEndsAt: at(Date.UTC(2026, 0, 6, 0, 40)),
  line: { state: 'ready', refusal: null, since: at(SINCE), breaks: 2, answerMs: 4 },
};

/** As after the server has gone. */
export const goneServer: ServerView = {
  ...fakeServer,
  line: {
    ...fakeServer.line,
    state: 'restarting',
    refusal: { code: 'SERVER_UNREACHABLE', details: { address: fakeServer.address } },
    answerMs: null,
  },
};

export function ownServerOf({ server }: FakeState): OwnServer | null {
  if (server === null) return null;
  const { address, number, officeCode, officeName } = server;
  return { address, number, officeCode, officeName };
}

export function serverAnswers(state: FakeState): Answers<ServerVerb> {
  return {
    'office.join': ({ address, code }) => {
      if (!code.startsWith('02')) return refusedWith('ENROLMENT_CODE_WRONG', { left: 3 });
      state.server = { ...fakeServer, address };
      state.hasOffice = true;
      return ok({ ...state.server, clockAheadMs: 0 });
    },
    'office.leave': () => {
      if (state.server?.line.state === 'ready' && state.session?.clerk.role !== 'administrator')
        return refusedWith('ROLE_REQUIRED', { role: 'administrator' });
      state.server = null;
      state.session = null;
      state.hasOffice = false;
      return ok({});
    },
    'server.show': () => ok(state.server),
    'server.changeAddress': ({ address }) => {
      if (state.server === null) return refusedWith('NOT_ALLOWED_HERE');
      if (!address.startsWith('192.168.')) return refusedWith('SERVER_UNREACHABLE', { address });
      state.server = { ...fakeServer, address };
      return ok(state.server);
    },
  };
}
