// What somebody is told that typing their name means; kept word for word with each signature.

export const CONSENT =
  'By typing my name I sign exactly the text shown above. I understand that this stands for my handwritten signature, that it is kept with the time and cannot be taken back, and that it holds for this text and no other.';

export const PAPER_CONSENT =
  'Signed by hand on paper. The person named here as having recorded it has the sheet before them and confirms that it is the signature of the person named.';

/** How long ago somebody may have shown that it is them, to sign for the school. */
export const SIGNING_FACTOR_MINUTES = 60;
