/**
 * What baresip is started with: a folder of its own that its owner alone can read. No sound device is opened; what is played comes
 * from files, what the caller says is not heard.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { silence, waveOf } from '../../prompts/wave-rules.ts';

/**
 * baresip ends a call when the file that it plays has ended: silence follows everything that is played, longer than the menu ever
 * waits.
 */
export const SILENCE_AFTER = silence(30_000);

const MODULE_FOLDERS = [
  '/usr/lib/baresip/modules',
  '/usr/local/lib/baresip/modules',
  '/opt/homebrew/lib/baresip/modules',
];

export interface BaresipPlace {
  /** Where it listens for SIP. */
  readonly host: string;
  readonly port: number;
  /** Its control port, on the loopback interface. */
  readonly controlPort: number;
}

/**
 * Writes the configuration into the folder, which is made.
 * @param quiet what is played until something else is.
 * @param more lines of the configuration.
 */
export function writeConfig(
  folder: string,
  { host, port, controlPort }: BaresipPlace,
  quiet: Uint8Array = SILENCE_AFTER,
  more: readonly string[] = [],
): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'silence.wav');
  writeFileSync(file, waveOf([quiet]), { mode: 0o600 });
  const modules = MODULE_FOLDERS.find((path) => existsSync(path)) ?? MODULE_FOLDERS[0];
  const lines = [
    'poll_method epoll',
    `sip_listen ${host}:${port}`,
    `net_interface ${host}`,
    `audio_source aufile,${file}`,
    'audio_player aubridge,nobody',
    'audio_alert aubridge,nobody',
    'ausrc_srate 8000',
    'auplay_srate 8000',
    'ausrc_channels 1',
    'auplay_channels 1',
    'ausrc_format s16',
    'auplay_format s16',
    'call_max_calls 1',
    `ctrl_tcp_listen 127.0.0.1:${controlPort}`,
    `module_path ${modules}`,
    'module g711.so',
    'module aufile.so',
    'module aubridge.so',
    'module_app account.so',
    'module_app ctrl_tcp.so',
    'module_app menu.so',
    ...more,
  ];
  writeFileSync(join(folder, 'config'), `${lines.join('\n')}\n`, { mode: 0o600 });
}

/** Calls are answered by themselves; nobody is registered with. */
export function writeAccount(folder: string, account: string): void {
  writeFileSync(join(folder, 'accounts'), `${account}\n`, { mode: 0o600 });
}
