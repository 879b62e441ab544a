// Pages are drawn by the server alone. What script adds to them is `src/ui/press.ts`, and `live.ts` in the composer.
export const csr = false;
