/**
 * What makes the office server a service of its computer: a unit of systemd, or on Windows a task that starts with the system. Both
 * run the program that stands here, as the owner of the books, and let it write nowhere but beside them.
 */

export interface ServicePlan {
  /** The program and its arguments, without `serve` and what follows it. */
  readonly program: readonly [string, ...string[]];
  /** Where the program stands. */
  readonly place: string;
  readonly folder: string;
  readonly keysFolder: string;
  /** `HOST:PORT`. */
  readonly listen: string;
  /** What `serve` is told besides: of the holders' door, of calls and of messages. */
  readonly more: readonly string[];
  /** The addresses of those doors. */
  readonly doors: readonly string[];
  /** Folders besides that it writes into. */
  readonly written: readonly string[];
  /** The owner of the books: a name, or a number where the system has told none. */
  readonly user: string;
}

const LAST_PRIVILEGED_PORT = 1_023;

/** What it may not do, all of it: it serves a port, and writes its books and its keys. */
const NARROWED = [
  'UMask=0077',
  'LimitCORE=0',
  'MemorySwapMax=0',
  'NoNewPrivileges=yes',
  'ProtectSystem=strict',
  'ProtectHome=read-only',
  'PrivateTmp=yes',
  'PrivateDevices=yes',
  'ProtectProc=invisible',
  'ProtectClock=yes',
  'ProtectHostname=yes',
  'ProtectKernelLogs=yes',
  'ProtectKernelModules=yes',
  'ProtectKernelTunables=yes',
  'ProtectControlGroups=yes',
  'RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK',
  'RestrictNamespaces=yes',
  'RestrictRealtime=yes',
  'RestrictSUIDSGID=yes',
  'LockPersonality=yes',
  'SystemCallArchitectures=native',
  'SystemCallFilter=@system-service',
] as const;

/** The text of the unit. Throws RangeError for a path with a line end or another control character in it. */
export function systemdUnit(plan: ServicePlan): string {
  const { place, folder, keysFolder, listen, doors, written, user } = plan;
  const mayBind = [listen, ...doors].some((address) => portOf(address) <= LAST_PRIVILEGED_PORT);
  const capabilities = mayBind ? 'CAP_NET_BIND_SERVICE' : '';
  return lines([
    '[Unit]',
    'Description=Medicard Counter, office server',
    'Wants=network-online.target',
    'After=network-online.target',
    'StartLimitIntervalSec=300',
    'StartLimitBurst=10',
    '',
    '[Service]',
    'Type=exec',
    `User=${plain(user)}`,
    `WorkingDirectory=${plain(place).replaceAll('%', '%%')}`,
    `Environment=${unitWord(`MEDICARD_KEYS=${keysFolder}`)}`,
    `ExecStart=${commandOf(plan).map(commandWord).join(' ')}`,
    'KillSignal=SIGTERM',
    'TimeoutStopSec=120',
    'Restart=on-failure',
    'RestartSec=2',
    // A command line that makes no sense makes none the second time.
    'RestartPreventExitStatus=2',
    `ReadWritePaths=${[folder, keysFolder, ...written].map(unitWord).join(' ')}`,
    ...NARROWED,
    `CapabilityBoundingSet=${capabilities}`,
    ...(mayBind ? [`AmbientCapabilities=${capabilities}`] : []),
    '',
    '[Install]',
    'WantedBy=multi-user.target',
  ]);
}

/** The text of the task, for `schtasks /Create /XML`. Throws RangeError as `systemdUnit` does, and for a percent sign. */
export function scheduledTask(plan: ServicePlan): string {
  const { place, keysFolder, user } = plan;
  // A task has no environment of its own: the command that starts it sets what the server reads.
  const words = commandOf(plan).map(windowsWord).join(' ');
  const started = `/d /s /c "set "MEDICARD_KEYS=${unexpanded(keysFolder)}" && ${words}"`;
  return lines([
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.4" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    '  <RegistrationInfo><Description>Medicard Counter, office server</Description></RegistrationInfo>',
    '  <Triggers><BootTrigger><Enabled>true</Enabled></BootTrigger></Triggers>',
    '  <Principals><Principal id="Owner">',
    `    <UserId>${xmlText(user)}</UserId><LogonType>S4U</LogonType><RunLevel>LeastPrivilege</RunLevel>`,
    '  </Principal></Principals>',
    '  <Settings>',
    '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
    '    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>',
    '    <RestartOnFailure><Interval>PT1M</Interval><Count>10</Count></RestartOnFailure>',
    '  </Settings>',
    '  <Actions Context="Owner"><Exec>',
    `    <Command>cmd.exe</Command><Arguments>${xmlText(started)}</Arguments>`,
    `    <WorkingDirectory>${xmlText(place)}</WorkingDirectory>`,
    '  </Exec></Actions>',
    '</Task>',
  ]);
}

function commandOf({ program, listen, more, folder }: ServicePlan): string[] {
  return [...program, 'serve', '--listen', listen, ...more, '--data', folder];
}

function lines(text: readonly string[]): string {
  return `${text.join('\n')}\n`;
}

function portOf(listen: string): number {
  return Number(listen.slice(listen.lastIndexOf(':') + 1));
}

/** One line ends where the file says so, and not where a path does. */
function plain(text: string): string {
  if (/\p{Cc}/u.test(text)) throw new RangeError('a path holds a control character');
  return text;
}

/** A word in quotes, without the unit's own specifiers. */
function unitWord(text: string): string {
  return `"${plain(text)
    .replaceAll(/["\\]/g, String.raw`\$&`)
    .replaceAll('%', '%%')}"`;
}

/** In a command a dollar sign would name a variable as well. */
function commandWord(text: string): string {
  return unitWord(text).replaceAll('$', '$$$$');
}

/** A backslash before the closing quote would make it part of the word. */
function windowsWord(text: string): string {
  return `"${unexpanded(text).replace(/\\+$/, String.raw`$&$&`)}"`;
}

/** Between percent signs the command interpreter reads a variable, and nothing keeps it from it. */
function unexpanded(text: string): string {
  if (text.includes('%')) throw new RangeError('a task of Windows takes nothing with a percent sign');
  return plain(text);
}

function xmlText(text: string): string {
  return plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
