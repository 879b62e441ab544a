// Who keeps the mail server, and who sees and reports what came back.
import { either, holding, onlyOperator } from '#kernel/access.ts';

export const mailKeepers = either(holding('the system administrator', 'system-administrator'), onlyOperator);
