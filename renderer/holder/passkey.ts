/** Asks the device for a passkey and puts its answer into the form, as the ledger reads it. */

import { NO_PASSKEY } from '../../electron/contract/online/holder-pages.ts';

/** Newer than the types of the language; older browsers sign in by password. */
interface JsonCredentials {
  readonly parseCreationOptionsFromJSON: (options: unknown) => PublicKeyCredentialCreationOptions;
  readonly parseRequestOptionsFromJSON: (options: unknown) => PublicKeyCredentialRequestOptions;
}

/** Shows the buttons where the browser can do it. */
export function offerPasskeys(page: Document): void {
  const reader = jsonCredentials();
  if (reader === null) return;
  for (const part of page.querySelectorAll<HTMLElement>('[data-passkey]')) offer(part, reader);
}

function jsonCredentials(): JsonCredentials | null {
  const { PublicKeyCredential: found } = window as { PublicKeyCredential?: Partial<JsonCredentials> };
  const { parseCreationOptionsFromJSON, parseRequestOptionsFromJSON } = found ?? {};
  if (parseCreationOptionsFromJSON === undefined || parseRequestOptionsFromJSON === undefined) return null;
  return {
    parseCreationOptionsFromJSON: (options) => parseCreationOptionsFromJSON.call(found, options),
    parseRequestOptionsFromJSON: (options) => parseRequestOptionsFromJSON.call(found, options),
  };
}

function offer(part: HTMLElement, reader: JsonCredentials): void {
  const answer = part.querySelector<HTMLInputElement>('[data-answer]');
  const said = part.querySelector<HTMLElement>('.passkey-done');
  part.hidden = false;
  part.querySelector('button')?.addEventListener('click', () => {
    const code = answer?.form?.querySelector<HTMLInputElement>('input[name="code"]');
    if (code?.value === '') {
      // Without it the device would be asked for nothing.
      code.focus();
      return;
    }
    void askDevice(part.dataset, reader).then((credential) => {
      if (answer === null) return;
      answer.value = credential;
      if (part.dataset['sends'] !== undefined) answer.form?.requestSubmit();
      else if (said !== null && credential !== NO_PASSKEY) said.textContent = said.dataset['said'] ?? '';
    });
  });
}

/** As JSON; a word of its own where the device or its owner refused, which the server then says. */
async function askDevice({ passkey, options }: DOMStringMap, reader: JsonCredentials): Promise<string> {
  const asked: unknown = JSON.parse(options ?? '{}');
  try {
    const credential =
      passkey === 'create'
        ? await navigator.credentials.create({ publicKey: reader.parseCreationOptionsFromJSON(asked) })
        : await navigator.credentials.get({ publicKey: reader.parseRequestOptionsFromJSON(asked) });
    return credential === null ? NO_PASSKEY : JSON.stringify(credential);
  } catch (error) {
    if (error instanceof DOMException) return NO_PASSKEY;
    throw error;
  }
}
