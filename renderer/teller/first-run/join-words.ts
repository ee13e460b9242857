/** What is said where a computer joins an office that has a server. */
import type { WordPairs } from '../../shared/words/word-pairs.ts';

export const joinWords = {
  joinOffice: {
    explain: {
      zh: '向管理员要服务器地址和一次性加入码（10 分钟内有效）。扫描或粘贴二维码的内容，两栏一并填好。',
      en: 'An administrator gives the address of the server and a joining code, which serves once and for 10 minutes. The text of the picture, scanned or pasted, fills both.',
    },
    address: { zh: '服务器地址', en: 'Address of the server' },
    addressHint: { zh: '例如 192.168.10.5:7443', en: 'Such as 192.168.10.5:7443' },
    addressForm: {
      zh: '地址写法不对：主机名或 IP 地址，冒号，端口号',
      en: 'Not an address: name or IP address, colon, port',
    },
    code: { zh: '加入码', en: 'Joining code' },
    codeHint: { zh: '例如 02-K7QM3-XPT9R；短横可有可无', en: 'Such as 02-K7QM3-XPT9R; dashes do not matter' },
    codeForm: {
      zh: '加入码不完整：两位柜台号，再加十个字母或数字',
      en: 'Not a whole code: two digits, then ten letters or digits',
    },
    submit: { zh: '加入网点', en: 'Join the office' },
    working: { zh: '正在接入 {address} …', en: 'Joining at {address} …' },
    unreachable: {
      zh: '连不上 {address}，本机没有接入，加入码没有用掉。请核对地址和网线，并确认服务器已经启动，再按一次。',
      en: 'Nothing answers at {address}; this computer was not joined, and the code still serves. Check the address and the cable, see that the server runs, then press again.',
    },
    other: {
      zh: '在 {address} 应答的不是发放这个加入码的网点服务器，或者它不用这个地址；本机没有接入。请按管理员给出的地址原样输入。',
      en: 'What answers at {address} is not the server that gave this code, or does not go by that address; this computer was not joined. Enter the address exactly as the administrator gave it.',
    },
    clock: {
      zh: '本机的日期和时间与服务器相差太大，没有接入，加入码没有用掉。请先校正本机的日期和时间，再按一次。',
      en: 'The date and time of this computer are too far from those of the server; it was not joined, and the code still serves. Set date and time right, then press again.',
    },
    older: {
      zh: '本机的程序（{own}）比网点服务器（{server}）旧，没有接入，加入码没有用掉。请把本机的程序更新到 {server}，再按一次。',
      en: 'The program on this computer ({own}) is older than the office server ({server}); it was not joined, and the code still serves. Update this computer to {server}, then press again.',
    },
    newer: {
      zh: '本机的程序（{own}）比网点服务器（{server}）新，没有接入，加入码没有用掉。请管理员更新服务器，或在本机安装 {server}，再按一次。',
      en: 'The program on this computer ({own}) is newer than the office server ({server}); it was not joined, and the code still serves. Ask the administrator to update the server, or install {server} here, then press again.',
    },
    joinedTitle: { zh: '已加入网点', en: 'Joined' },
    joined: {
      zh: '本机现在是网点 {officeCode}（{officeName}）的 {number} 号{kind}。账目在服务器上，本机不保存账目。',
      en: 'This computer is now {kind} {number} of office {officeCode} ({officeName}). The books are on the server, and none of them here.',
    },
    clockFast: {
      zh: '本机时钟比服务器快约 {minutes} 分钟。业务按服务器的时间办理，但屏幕上的剩余时间会不准：请校正本机时钟。',
      en: 'The clock of this computer is about {minutes} minutes ahead of the server. Work goes by the time of the server, but the times left on this screen will be wrong: set the clock right.',
    },
    clockSlow: {
      zh: '本机时钟比服务器慢约 {minutes} 分钟。业务按服务器的时间办理，但屏幕上的剩余时间会不准：请校正本机时钟。',
      en: 'The clock of this computer is about {minutes} minutes behind the server. Work goes by the time of the server, but the times left on this screen will be wrong: set the clock right.',
    },
  },
} satisfies WordPairs;

declare module '../../shared/words/word-lists.ts' {
  interface WordLists {
    joinOffice: typeof joinWords;
  }
}
