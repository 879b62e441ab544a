// Remembers, in one browser, which of their schools somebody is at. It opens nothing: who belongs where is read afresh.
export const SCHOOL_COOKIE = 'gatepost.school';

export const schoolCookie = (url: URL) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge: 365 * 24 * 3600 }) as const;
