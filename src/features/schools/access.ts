// Who may change what a school says of itself.
import { either, holding, onlyOperator } from '#kernel/access.ts';

/** People who keep the school's own details, calendar and lists. */
export const KEEPERS = [
  'headteacher',
  'deputy-headteacher',
  'business-manager',
  'administrator',
  'system-administrator',
] as const;

export const SYSTEM_ADMINISTRATOR = 'system-administrator';

/** Who looks after the machine, the mail server, and the providers that people sign in by. */
export const systemAdministrators = either(holding('the system administrator', SYSTEM_ADMINISTRATOR), onlyOperator);

export const keepers = either(
  holding('the headteacher, a deputy, the business manager or an administrator', ...KEEPERS),
  onlyOperator,
);

/** People who say who needs a second factor, and how long everybody stays signed in. */
export const signInRuleKeepers = either(
  holding('the headteacher or the system administrator', 'headteacher', 'system-administrator'),
  onlyOperator,
);

/** What somebody holds who acts for a trust; no school can give it. */
export const TRUST_LEAD = 'trust-lead';

/** Whoever leads the trust: writes its policy, and locks settings for its schools. */
export const trustLeads = either(holding('whoever leads the trust', TRUST_LEAD), onlyOperator);
