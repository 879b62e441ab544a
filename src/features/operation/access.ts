// Who looks after the machine that Gatepost runs on.
import { either, holding, onlyOperator } from '#kernel/access.ts';

export const SYSTEM_ADMINISTRATOR = 'system-administrator';

export const machineKeepers = either(holding('the system administrator', SYSTEM_ADMINISTRATOR), onlyOperator);
