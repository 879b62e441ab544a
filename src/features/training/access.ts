// Who plans training and sees how far everybody is: the leadership team, and whoever runs the office for them.
import { either, holding, onlyOperator } from '#kernel/access.ts';

export const PLANNERS = [
  'headteacher',
  'deputy-headteacher',
  'slt',
  'dsl',
  'business-manager',
  'administrator',
] as const;

export const planners = either(
  holding('the headteacher, the leadership team, the safeguarding lead or an administrator', ...PLANNERS),
  onlyOperator,
);
