/** What is said about this computer and the office server it belongs to. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const ownServerWords = {
  ownServer: {
    title: { zh: '本机与网点服务器', en: 'This computer and its server' },
    none: {
      zh: '本机不属于任何网点服务器，账目保存在本机。要接入服务器，须在没有网点的文件夹上打开程序，再选“加入网点”。',
      en: 'This computer belongs to no office server and keeps its books itself. To join one, open the program on a folder without an office and choose to join.',
    },
    unknown: {
      zh: '本机接入网点服务器的资料读不出来，因此说不出服务器和柜台号。',
      en: 'What this computer keeps of its joining cannot be read, so neither server nor counter can be told.',
    },
    office: { zh: '网点', en: 'Office' },
    counter: { zh: '本机', en: 'This computer' },
    counterIs: { zh: '{number} 号{kind}', en: '{kind} {number}' },
    kinds: {
      counter: { zh: '柜台', en: 'counter' },
      'supervisor-desk': { zh: '主管台', en: "supervisor's desk" },
    },
    address: { zh: '服务器地址', en: 'Address of the server' },
    fingerprint: { zh: '网点证书指纹', en: "Fingerprint of the office's certificate" },
    certificate: { zh: '本机证书有效期至', en: 'Certificate of this computer until' },
    renews: { zh: '{until}，到期前自动更新', en: '{until}; it renews itself before' },
    ranOut: {
      zh: '{until}，已过期；退出后用新的加入码重新接入',
      en: '{until}, which has passed; leave and join again with a new code',
    },
    line: { zh: '线路', en: 'Line' },
    states: {
      starting: { zh: '正在连接', en: 'being opened' },
      ready: { zh: '已连通', en: 'there' },
      restarting: { zh: '已中断，正在自动重连', en: 'down, being tried again' },
      failed: { zh: '被拒绝，仍在自动重试', en: 'refused, being tried again' },
    },
    since: { zh: '自 {since}', en: 'since {since}' },
    answers: { zh: '应答 {ms} 毫秒', en: 'answers within {ms} ms' },
    breaks: { zh: '本次打开程序以来中断 {n} 次', en: 'broken since the program was opened: {n}' },
    change: { zh: '更改服务器地址', en: 'Change the address' },
    changeExplain: {
      zh: '只有持同一网点证书的服务器在新地址应答，才会更改；否则保留原地址。',
      en: 'The new address is taken when the server of the same office answers there, else the present one stays.',
    },
    changeNow: { zh: '核对并更改', en: 'Check and change' },
    changing: { zh: '正在核对 {address} …', en: 'Asking at {address} …' },
    changed: { zh: '地址已更改，线路已连通。', en: 'The address is changed and the line is there.' },
    notThere: {
      zh: '连不上 {address}，地址没有更改。请核对后再试。',
      en: 'Nothing answers at {address}; the address was not changed. Check it and try again.',
    },
    notOffice: {
      zh: '在 {address} 应答的不是本网点的服务器，地址没有更改。请向管理员核对。',
      en: 'What answers at {address} is not the server of this office; the address was not changed. Ask the administrator.',
    },
    leave: { zh: '退出该网点', en: 'Leave this office' },
    leaveLost: {
      zh: '退出后，本机的证书和密钥被删除，不能再办理该网点的业务；屏幕上没有办完的内容也随之消失。',
      en: 'The certificate and the key of this computer are deleted and it can serve that office no more; what is unfinished on this screen is gone.',
    },
    leaveSafe: {
      zh: '账目、已办结的业务和打印队列都在服务器上，不受影响。再接入须用新的加入码。',
      en: 'Books, everything finished and the print queue are on the server and are not touched. To come back takes a new joining code.',
    },
    leaveRevoke: {
      zh: '请管理员随后在“系统管理”（F11）中注销 {number} 号柜台。',
      en: 'An administrator then revokes counter {number} under administration (F11).',
    },
    leaveWho: {
      zh: '服务器连通时，须由管理员签到后办理；服务器已不在的，任何人都可以办理。',
      en: 'While the server is there, an administrator who is signed in does it; where the server is gone, anybody may.',
    },
    leaveSentence: {
      zh: '本机退出网点 {officeCode}（{officeName}），{number} 号柜台的证书和密钥立即删除。',
      en: 'This computer leaves office {officeCode} ({officeName}); certificate and key of counter {number} are deleted at once.',
    },
    leaveUnknown: {
      zh: '本机退出网点服务器，读不出来的接入资料立即删除。',
      en: 'This computer leaves the office server; what cannot be read of its joining is deleted at once.',
    },
    leaveNow: { zh: '确认退出', en: 'Leave it' },
    back: { zh: '返回', en: 'Back' },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    ownServer: typeof ownServerWords;
  }
}
