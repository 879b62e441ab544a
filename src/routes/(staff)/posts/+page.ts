// A long table that only leads elsewhere: it needs no script, so its rows are not written a second time for one.
export const csr = false;
