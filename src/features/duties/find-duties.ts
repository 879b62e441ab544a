// Everything that waits for one person, as each feature finds it.
import type { Context } from '#kernel/context.ts';
import type { Duty } from '#kernel/duty.ts';
import { accountsDuties } from '#features/accounts/index.ts';
import { acknowledgementDuties } from '#features/acknowledgement/index.ts';
import { adoptionDuties } from '#features/adoption/index.ts';
import { mailDuties } from '#features/mail/index.ts';
import { operationDuties } from '#features/operation/index.ts';
import { peopleDuties } from '#features/people/index.ts';
import { policyDuties } from '#features/policy/index.ts';
import { postsDuties } from '#features/posts/index.ts';
import { departuresDuties } from '#features/departures/index.ts';
import { questionsDuties } from '#features/questions/index.ts';
import { referencesDuties } from '#features/references/index.ts';
import { reviewsDuties } from '#features/reviews/index.ts';
import { calendarDuties, schoolsDuties } from '#features/schools/index.ts';
import { trainingDuties } from '#features/training/index.ts';

const FINDERS = [
  adoptionDuties,
  questionsDuties,
  departuresDuties,
  policyDuties,
  reviewsDuties,
  referencesDuties,
  postsDuties,
  trainingDuties,
  accountsDuties,
  acknowledgementDuties,
  peopleDuties,
  mailDuties,
  operationDuties,
  schoolsDuties,
  calendarDuties,
];

export const findDuties = async (context: Context): Promise<Duty[]> =>
  (await Promise.all(FINDERS.map((find) => find(context)))).flat();
