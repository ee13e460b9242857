/**
 * So many sign-ins a second through TLS, each over a connection and from an address of its own (all of 127/8 is this computer's), until its
 * input ends. Prints how many were answered.
 */
import { once } from 'node:events';
import { request, type RequestOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { FORM_PROOF, HOLDER_PLACES } from '../../../electron/contract/online/holder-pages.ts';
import { residentId } from '../../offices/made-up-people.ts';

/** Of a region that the prepared offices have nobody of. */
const NOWHERE = '659001';
const [port = '', aSecond = ''] = process.argv.slice(2);

interface Page {
  readonly text: string;
  readonly cookie: string;
}

type Options = Pick<RequestOptions, 'method' | 'path' | 'localAddress'> & {
  readonly headers?: Readonly<Record<string, string>>;
};

function asked(options: Options, body = ''): Promise<Page> {
  return new Promise((resolve, reject) => {
    const headers = { host: `localhost:${port}`, ...options.headers };
    const here = { host: '127.0.0.1', port, servername: 'localhost', agent: false, rejectUnauthorized: false };
    const sent = request({ ...here, ...options, headers }, (answer: IncomingMessage) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => {
        const cookies = answer.headers['set-cookie'] ?? [];
        resolve({ text, cookie: cookies.map((each) => each.split(';')[0]).join('; ') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

// One form and its cookie serve for all.
const { text, cookie } = await asked({ path: HOLDER_PLACES.signIn });
const proof = new RegExp(`name="${FORM_PROOF}" value="([^"]+)"`).exec(text)?.[1] ?? '';
let [answered, lost, at] = [0, 0, 0];

function signIn(): void {
  at += 1;
  const idNumber = residentId('19700101', at % 1_000, NOWHERE);
  const body = new URLSearchParams({ [FORM_PROOF]: proof, idNumber, password: `guess number ${at}` }).toString();
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
  const localAddress = `127.${1 + ((at >> 16) & 127)}.${(at >> 8) & 255}.${1 + (at % 250)}`;
  asked({ method: 'POST', path: HOLDER_PLACES.signIn, localAddress, headers }, body).then(
    () => (answered += 1),
    () => (lost += 1),
  );
}

let owed = 0;
let since = performance.now();
const flooding = setInterval(() => {
  const now = performance.now();
  owed += ((now - since) * Number(aSecond)) / 1_000;
  since = now;
  for (; owed >= 1; owed -= 1) signIn();
}, 5);
process.stdin.resume();
await once(process.stdin, 'end');
clearInterval(flooding);
process.stdout.write(JSON.stringify({ answered, lost, asked: at }));
process.exit(0);
