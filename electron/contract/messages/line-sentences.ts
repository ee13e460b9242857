/** What refusals of the line to the office server say. */
import type { ErrorCode } from '../kernel/errors.ts';
import type { WordPair } from './word-pair.ts';

export const lineSentences = {
  SERVER_UNREACHABLE: {
    zh: '与网点服务器的连接中断[（{address}）]，正在自动重连。已办结的业务全部保留；未得到答复的业务，恢复后再按一次，不会重复入账。长时间不恢复时，请检查网线和服务器。',
    en: 'The connection to the office server is down[ ({address})]; the program is reconnecting. All completed work has been kept. What was not answered can be pressed again once the connection is back; nothing is posted twice. If it stays down, check the cable and the server.',
  },
  SERVER_OTHER: {
    zh: '所连的不是本网点的服务器[（{address}）]，未发送任何业务数据。请管理员核对服务器地址和证书指纹。',
    en: 'The server that answers[ at {address}] is not the server of this office; no business data was sent to it. Ask the administrator to check the address and the certificate fingerprint.',
  },
  CERTIFICATE_EXPIRED: {
    zh: '与网点服务器连接所用的证书不在有效期内[（有效期至 {until}）]，未办理任何业务。请先核对本机的日期和时间；日期无误的，请管理员注销本柜台并给出新的加入码，在“本机与网点服务器”中退出后重新接入。',
    en: 'A certificate for the connection to the office server is not valid on this date[ (it expired on {until})]; nothing was done. Check the date and time of this computer first; if they are correct, ask the administrator to revoke this counter and to give a new code, leave under "This computer and its server" and join again.',
  },
  PROGRAM_OLDER: {
    zh: '本机的程序[（{own}）]比网点服务器[（{server}）]旧，不能连接，未办理任何业务。请把本机的程序更新到与服务器相同的版本。',
    en: 'The program on this computer[ ({own})] is older than the office server[ ({server})] and cannot connect; nothing was done. Update this computer to the version of the server.',
  },
  PROGRAM_NEWER: {
    zh: '本机的程序[（{own}）]比网点服务器[（{server}）]新，不能连接，未办理任何业务。请管理员更新服务器，或在本机改用与服务器相同的版本。',
    en: 'The program on this computer[ ({own})] is newer than the office server[ ({server})] and cannot connect; nothing was done. Ask the administrator to update the server, or install its version here.',
  },
  JOINING_DAMAGED: {
    zh: '本机作为柜台的接入资料或密钥读不出来，不能连接网点服务器；账目都在服务器上，没有受影响。请以原来的系统用户登录后再打开程序；仍不行的，在“本机与网点服务器”中退出，再用新的加入码重新接入。',
    en: 'What this computer keeps of its joining, or its key, cannot be read, so it cannot reach the office server; the books are on the server and are not affected. Open the program as the same user of the system as before; if that does not help, leave under "This computer and its server" and join again with a new code.',
  },
  SERVER_DID_NOT_ANSWER: {
    zh: '与网点服务器的连接刚才中断，已办结的业务全部保留，本次操作尚未得到答复。重新连上后请再按一次，不会重复入账。',
    en: 'The connection to the office server has just broken. All completed work has been kept; this step has not been answered yet. Press again once the connection is back; nothing is posted twice.',
  },
  ADDRESS_UNUSABLE: {
    zh: '服务器无法在 {address} 上监听[（{system}）]，账目没有变动。地址不属于本机，或端口已被占用；请换一个地址或端口再启动。',
    en: 'The server cannot listen on {address}[ ({system})]; the books are unchanged. The address does not belong to this computer, or the port is in use: start it with another one.',
  },
} as const satisfies Partial<Record<ErrorCode, WordPair>>;
