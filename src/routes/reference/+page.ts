// All of it is text: no script is sent.
export const csr = false;
