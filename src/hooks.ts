// Pages are drawn by the server and never again in the browser, so nothing that a page was given is written into it.
import type { Transport } from '@sveltejs/kit/hooks';

export const transport: Transport = {
  Undrawn: { encode: (value) => typeof value === 'object' && value !== null, decode: () => null },
};
