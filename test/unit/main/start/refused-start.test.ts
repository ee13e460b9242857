/** The packed program takes words of its own alone; whatever Chromium, Node or Electron might take besides is refused. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusedStart, refusedStartText } from '../../../../electron/main/start/refused-start.ts';

test.each([
  [[]],
  [['--demo']],
  [['--data', '/srv/office']],
  [['--data=/srv/office', '--demo']],
  [['--data', 'C:\\Office 1']],
  [['--kiosk', 'https://cards.bank.example', '--kiosk-idle', '30', '--kiosk-authority', '/etc/authority.pem']],
])('%j starts', (args) => {
  expect(refusedStart(args, {})).toBeNull();
});

test.each([
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--inspect',
  '--inspect-brk=0',
  '--js-flags=--expose-gc',
  '--load-extension=/srv/office',
  '--gpu-launcher=/srv/office',
  '--renderer-cmd-prefix=/srv/office',
  '--no-sandbox',
  '--disable-web-security',
  '--host-rules=MAP * 127.0.0.1',
  '--user-data-dir=/srv/office',
  '--log-net-log=/srv/office',
  '--enable-logging',
  '-r',
  '/remote-debugging-port=9222',
  '--',
  '-',
  '',
  'other.asar',
  '--Demo',
  '--demo=1',
  '—demo',
  '--database=/x',
])('%s is refused alone, in front of and behind what is allowed', (word) => {
  const refusal = { kind: 'argument', at: word };
  expect(refusedStart([word], {})).toEqual(refusal);
  expect(refusedStart([word, '--demo'], {})).toEqual(refusal);
  expect(refusedStart(['--data', '/srv/office', word], {})).toEqual(refusal);
});

test.each([
  [['--data']],
  [['--data', '']],
  [['--data=']],
  [['--data', '--remote-debugging-port=1']],
  [['--data= --x']],
])('%j names no folder, and a switch is none', (args) => {
  expect(refusedStart(args, {})).toMatchObject({ kind: 'argument' });
});

test('a command line with any word that begins like a switch and is not ours is refused', () => {
  const foreign = fc.string().map((text) => `-${text}`);
  const ours = fc.constantFrom(['--demo'], ['--data', '/srv/office'], ['--data=/srv/office']);
  fc.assert(
    fc.property(fc.array(ours), foreign, fc.array(ours), (before, word, after) => {
      fc.pre(word !== '--demo' && !/^--data(?:=|$)/.test(word));
      const args = [...before.flat(), word, ...after.flat()];
      expect(refusedStart(args, {})).toEqual({ kind: 'argument', at: word });
    }),
  );
});

test.each(['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'electron_run_as_node', 'ELECTRON_NO_ASAR', 'NODE_PATH'])(
  'the variable %s is refused',
  (name) => {
    expect(refusedStart([], { [name]: '' })).toEqual({ kind: 'variable', at: name });
  },
);

test('variables that other programs are set up with do not stop it', () => {
  const env = { PATH: '/bin', NODE_ENV: 'production', NODE_EXTRA_CA_CERTS: '/etc/ca.pem', MEDICARD_DATA: '/srv' };
  expect(refusedStart([], env)).toBeNull();
});

test('the sentence names what is refused, in both languages, and never its value', () => {
  const text = refusedStartText({ kind: 'argument', at: '--data=/srv/secret\u001b[2J' });
  expect(text.split('\n')).toHaveLength(2);
  expect(text).toContain('医保卡柜台未启动');
  expect(text).toContain("the argument '--data' is not accepted");
  expect(text).not.toMatch(/secret|\u001b/);
  expect(refusedStartText({ kind: 'variable', at: 'NODE_OPTIONS' })).toContain("variable 'NODE_OPTIONS'");
});
