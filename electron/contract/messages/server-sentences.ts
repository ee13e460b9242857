/** What refusals about the office server and its counters say. */
import type { ErrorCode } from '../kernel/errors.ts';
import type { WordPair } from './word-pair.ts';

export const serverSentences = {
  SERVER_NEVER_STARTED: {
    zh: '本网点还没有启动过网点服务器，未作任何改动。请先启动服务器（命令 serve），再增加柜台。',
    en: 'The office server has never been started; nothing has changed. Start it first (`serve`), then add the counter.',
  },
  SERVER_RUNNING: {
    zh: '网点服务器正在使用这个文件夹[（{folder}）]，这条命令须独占它，什么都没有改变。请先停止服务器再执行。',
    en: 'The office server has this folder open[ ({folder})], and this command needs it alone; nothing was changed. Stop the server first.',
  },
  SERVER_LOST: {
    zh: '网点服务器在答复之前断开了[（{verb}）]。已经记入账目的全部保留，不会重复入账；这条命令是否办成尚不知道。请等服务器重新启动，先查看结果，再决定是否重做。',
    en: 'The office server ended before it answered[ ({verb})]. What was committed is kept, and nothing is posted twice; whether this command was done is not known. Once the server runs again, look first, then give it again if it is missing.',
  },
  COUNTER_UNKNOWN: {
    zh: '网点服务器上没有登记这个柜台[：{number}]，未办理任何业务。请核对柜台号，或请管理员发放加入码重新接入。',
    en: 'The office server does not know this counter[: {number}]; nothing was done. Check the number, or ask the administrator for a joining code to join again.',
  },
  COUNTER_REVOKED: {
    zh: '柜台[ {number} ]已被注销，不能再办理业务，已办结的业务全部保留。如系误销，请管理员发放加入码重新接入。',
    en: 'Counter[ {number}] has been revoked and can do no more work; all completed work has been kept. If that was a mistake, ask the administrator for a joining code to join again.',
  },
  COUNTER_STATE: {
    zh: '柜台 {number} 目前不需要这项操作，未作任何改动。请查看柜台列表。',
    en: 'Counter {number} does not need this in its present state; nothing has changed. Check the list of counters.',
  },
  COUNTER_NAME_TAKEN: {
    zh: '已有名为“{name}”的柜台，未作任何改动。请换一个名称。',
    en: 'There is already a counter called "{name}"; nothing has changed. Choose another name.',
  },
  COUNTERS_FULL: {
    zh: '柜台号 01 至 99 已全部用过，没有增加柜台。',
    en: 'All counter numbers from 01 to 99 have been used; no counter was added.',
  },
  CERTIFICATE_REQUEST_INVALID: {
    zh: '这台电脑的证书申请不完整，没有接入。请在这台电脑上重新加入。',
    en: "This computer's certificate request is not valid; it did not join. Start again on this computer.",
  },
  ENROLMENT_CODE_UNKNOWN: {
    zh: '没有这个加入码，这台电脑没有接入。请核对加入码，或请管理员发放新的。',
    en: 'There is no such joining code; this computer did not join. Check the code, or ask the administrator for a new one.',
  },
  ENROLMENT_CODE_USED: {
    zh: '这个加入码已经用过，这台电脑没有接入。每个加入码只能用一次，请管理员发放新的。',
    en: 'This joining code has already been used; this computer did not join. A code can be used once: ask the administrator for a new one.',
  },
  ENROLMENT_CODE_EXPIRED: {
    zh: '这个加入码已过期（有效期 10 分钟），这台电脑没有接入。请管理员发放新的。',
    en: 'This joining code has expired (it is valid for 10 minutes); this computer did not join. Ask the administrator for a new one.',
  },
  ENROLMENT_CODE_DEAD: {
    zh: '这个加入码输错次数过多，已作废，这台电脑没有接入。请管理员发放新的。',
    en: 'This joining code was entered wrongly too often and is void; this computer did not join. Ask the administrator for a new one.',
  },
  ENROLMENT_CODE_WRONG: {
    zh: '加入码错误，这台电脑没有接入，本次已记录[，还可再试 {left} 次]。请对照管理员给出的加入码重新输入。',
    en: 'The joining code is incorrect; this computer did not join and the attempt was recorded[. Attempts left: {left}]. Enter it again as issued by the administrator.',
  },
} as const satisfies Partial<Record<ErrorCode, WordPair>>;
