// What Gatepost makes real about acting outside the policy with good reason.
import { defineControl } from '#kernel/control.ts';

export const departuresControls = [
  defineControl({
    id: 'policy.departure',
    kind: 'workflow',
    promise:
      'A departure from the policy is written down with clause, time, action and reason, before or after the event, and with any advice taken. The headteacher accepts, questions or refers it; leave given beforehand ends by itself on its day; nothing of it is ever removed.',
    settings: ['deviation.enabled', 'roles.deputies'],
    cannot: 'It knows of what somebody tells it.',
  }),
];
