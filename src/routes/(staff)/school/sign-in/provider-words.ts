// How the pages call the states of a provider, and the steps that are taken at Google, at Microsoft or elsewhere.
interface Standing {
  readonly missing: readonly string[];
  readonly proven: boolean;
  readonly enabled: boolean;
}

export function stateOf({ missing, proven, enabled }: Standing) {
  if (enabled) return { tone: 'done', word: 'Switched on' } as const;
  if (missing.length > 0) return { tone: 'look', word: 'Not finished' } as const;
  return proven ? ({ tone: 'calm', word: 'Switched off' } as const) : ({ tone: 'look', word: 'To be tried' } as const);
}

export const KINDS = [
  { kind: 'google', label: 'Google Workspace', hint: 'The school’s mail or classroom is at Google.' },
  { kind: 'microsoft', label: 'Microsoft Entra', hint: 'The school has Microsoft 365, once called Azure AD.' },
  { kind: 'other', label: 'Another', hint: 'Keycloak, Okta, Authentik … anything that speaks OpenID Connect.' },
] as const;
export type Kind = (typeof KINDS)[number]['kind'];

/** What to do there. The address for the way back stands above them on the page. */
export const STEPS: Readonly<Record<Kind, readonly string[]>> = {
  google: [
    'Open console.cloud.google.com as an administrator of the school’s Workspace, and make a project called Gatepost.',
    'Under “Google Auth Platform”, choose “Internal” as the audience, so that only people of the school can use it.',
    'Under “Clients”, make one of the type “Web application”. Paste the address above as an authorised redirect URI.',
    'Copy the client ID and the client secret into the form below. Google shows the secret once.',
    'Enter the school’s domain, as it stands behind the @ of a work address.',
  ],
  microsoft: [
    'Open entra.microsoft.com as an administrator, then “App registrations” and “New registration”. Call it Gatepost.',
    'Choose “Accounts in this organizational directory only”, the platform “Web”, and paste the address above as redirect URI.',
    'From “Overview” copy the “Directory (tenant) ID” and the “Application (client) ID” into the form below.',
    'Under “Certificates & secrets”, make a new client secret. Copy its value, and enter here on which day it expires.',
    'Under “Token configuration”, add the optional claim “email” for the ID token, and “xms_edov” too if guests are to come.',
    'Enter the school’s domains, as they stand behind the @ of work addresses.',
  ],
  other: [
    'Register a confidential client for the authorization code flow with PKCE, with the scopes openid, email and profile.',
    'Paste the address above as its redirect URI.',
    'Copy the issuer to the letter, the client id and the client secret into the form below.',
    'Enter the domains whose verified e-mail addresses may come.',
  ],
};
