// Needs no script, and a long list is sent to the page once only.
export const csr = false;
