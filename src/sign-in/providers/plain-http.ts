// Plain http, for trying a provider that stands on this very machine. openid-client calls it deprecated so that it stands out.
import { allowInsecureRequests, type Configuration } from 'openid-client';

/** Handed on as it is: discovery knows it by identity. */
export const allowPlainHttp: (config: Configuration) => void = allowInsecureRequests;
