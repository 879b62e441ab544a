// Signatures: one person on one exact text, never removed, never carried over, provable from a file.
import { defineFeature } from '#kernel/feature.ts';
import { exportSignature } from './actions/export-signature.ts';
import { signaturesControls } from './controls.ts';

export { CONSENT, PAPER_CONSENT, SIGNING_FACTOR_MINUTES } from './consent.ts';
export { isOwnName } from './own-name.ts';
export { keepText, signatureRows, type SignatureRow, type WhichSignatures } from './queries.ts';
export { sign, type Signed, type Signing } from './sign.ts';
export { signOnPaper, type SignedSheet } from './sign-on-paper.ts';
export { signatureFileSchema, type SignatureFile } from './signature-file.ts';
export { verifySignature, type SignatureVerdict } from './verify-signature.ts';

export const signatures = defineFeature({
  name: 'signatures',
  summary: 'Electronic signatures on an exact text, and their proof.',
  actions: [exportSignature],
  controls: signaturesControls,
});
