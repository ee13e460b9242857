/** A passkey's device, of the browser's own making. */
import type { CDPSession } from '@playwright/test';

export async function addAuthenticator(devTools: CDPSession, { isUserVerified = true } = {}): Promise<void> {
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  });
}
