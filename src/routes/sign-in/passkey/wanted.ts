// What the sign-in pages ask a browser for when somebody signs in by a passkey alone.

/** As JSON; null where browsers would refuse passkeys. */
export const wantedForSignIn = async ({ gatepost }: App.Locals): Promise<string | null> =>
  gatepost.signIn.passkeysWork ? JSON.stringify(await gatepost.signIn.askForSignIn()) : null;
