// Who may change what is in force: whoever leads the school, or runs the machine that it is set up on.
import { either, holding, onlyOperator } from '#kernel/access.ts';

export const putsInForce = either(holding('the headteacher', 'headteacher'), onlyOperator);
