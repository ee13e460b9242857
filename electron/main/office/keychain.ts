/** Electron's safeStorage as the key keeping wants it. Usable once the app is ready. */
import { safeStorage } from 'electron';
import type { Keychain } from './key-keeping.ts';

export const systemKeychain: Keychain = {
  available: () => safeStorage.isEncryptionAvailable() && !onlyObscures(),
  seal: (text) => safeStorage.encryptString(text),
  open: (sealed) => safeStorage.decryptString(sealed),
};

/** Without a keyring a Linux desktop 'encrypts' with a password that is in the source. Older Electrons cannot tell. */
function onlyObscures(): boolean {
  if (process.platform !== 'linux') return false;
  return !('getSelectedStorageBackend' in safeStorage) || safeStorage.getSelectedStorageBackend() === 'basic_text';
}
