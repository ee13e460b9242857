/** The address of a server as people type it, and the text that the picture of a joining code holds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enrolmentCodeText, enrolmentSecret } from '../../../../electron/contract/administration/enrolment-code.ts';
import { parseJoiningText, parseServerAddress } from '../../../../electron/contract/administration/server-address.ts';

test.each([
  ['192.168.10.5:7443', '192.168.10.5', 7443],
  [' server-1.bank.local:443 ', 'server-1.bank.local', 443],
  ['192.168.10.5', '192.168.10.5', 7443],
  ['[fd00::5]:7000', 'fd00::5', 7000],
  ['[::1]', '::1', 7443],
  ['１９２。１６８。１０。５：７４４３', '192.168.10.5', 7443],
])('"%s" is %s, port %i', (text, host, port) => {
  expect(parseServerAddress(text)).toEqual({ host, port });
});

test.each(['', ':7443', 'host:', 'host:0', 'host:65536', 'two words', 'http://host', 'fd00::5', '[host]:1', 'a/b'])(
  '"%s" is no address',
  (text) => {
    expect(parseServerAddress(text)).toBeNull();
  },
);

test('the text of the picture fills both, however it was scanned; half of it fills nothing', () => {
  const digits = fc.array(fc.constantFrom(...Array.from('0123456789abcdef')), { minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(digits, fc.constantFrom('192.168.10.5:7443', '[fd00::5]:7443', 'server:1'), (hex, address) => {
      const code = { number: '02', secret: enrolmentSecret(hex.join('')) };
      const text = `${address} ${enrolmentCodeText(code)}`;
      expect(parseJoiningText(`${text}\n`)).toEqual({ address, code });
      expect(parseJoiningText(text.slice(0, -1))).toBeNull();
      expect(parseJoiningText(enrolmentCodeText(code))).toBeNull();
    }),
  );
});
