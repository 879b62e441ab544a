// What whoever keeps the directory still has to do before the school can work with Gatepost.
import type { Context } from '#kernel/context.ts';
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { dayOf, KEEPERS } from '#features/schools/index.ts';
import { leavingDuties } from './leaving-duty.ts';
import { setUpFacts, type SetUpFacts } from './set-up-queries.ts';

interface SetUpStep {
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
  readonly href: string;
  readonly control: string;
  isOpen(facts: SetUpFacts): boolean;
}

const STEPS: readonly SetUpStep[] = [
  {
    kind: 'people.name-headteacher',
    title: 'Name the headteacher',
    detail: 'Set-up is not finished until somebody answers for what the school publishes.',
    href: '/people',
    control: 'people.one-headteacher',
    isOpen: ({ head }) => !head,
  },
  {
    kind: 'people.name-dsl',
    title: 'Name the safeguarding lead',
    detail: 'Whatever may touch a child’s safety goes to them.',
    href: '/people',
    control: 'people.responsibilities',
    isOpen: ({ dsl }) => !dsl,
  },
  {
    kind: 'people.import-roll',
    title: 'Import the class list',
    detail: 'Until then no pupil’s name can be found in a draft.',
    href: '/people/import',
    control: 'people.roll',
    isOpen: ({ pupils }) => !pupils,
  },
  {
    kind: 'people.invite',
    title: 'Invite a second person',
    detail: 'Nobody approves their own post, so it takes two.',
    href: '/people',
    control: 'people.personal-login',
    isOpen: ({ others }) => !others,
  },
  {
    kind: 'people.name-deputy',
    title: 'Say who stands in for the headteacher',
    detail: 'Otherwise posts wait while the headteacher is away.',
    href: '/people',
    control: 'people.responsibilities',
    isOpen: ({ head, headHasDeputy }) => head && !headHasDeputy,
  },
];

/** The steps of set-up that are still open, for those who can take them; and the second factor that somebody still lacks. */
export const peopleDuties: FindDuties = async (context): Promise<Duty[]> => [
  ...(await secondFactorDuty(context)),
  ...(await setUpDuties(context)),
  ...(await leavingDuties(context)),
];

async function secondFactorDuty(context: Context): Promise<Duty[]> {
  const { actor, at, scopeId } = context;
  if (actor.kind !== 'person' || actor.factorDue === undefined) return [];
  const left = Temporal.PlainDate.from(dayOf(at)).until(actor.factorDue).days;
  const policy = await context.policy();
  return [
    {
      id: `people.second-factor:${scopeId}`,
      kind: 'people.second-factor',
      title: 'Join a second factor to your sign-in',
      detail: `Your role needs one. ${left === 1 ? 'From tomorrow' : `In ${left} days`} nothing else opens until you have it.`,
      href: '/me/app',
      due: actor.factorDue,
      clauses: policy.clausesOf('people.second-factor'),
      urgency: left <= 3 ? 'soon' : 'calm',
    },
  ];
}

async function setUpDuties(context: Context): Promise<Duty[]> {
  const { actor, db, scopeId, at } = context;
  if (actor.kind !== 'person' || !KEEPERS.some((role) => actor.roles.has(role))) return [];
  const facts = await setUpFacts(db, scopeId, actor.personId, dayOf(at));
  const open = STEPS.filter((step) => step.isOpen(facts));
  if (open.length === 0) return [];
  const policy = await context.policy();
  return open.map(({ kind, title, detail, href, control }) => ({
    id: `${kind}:${scopeId}`,
    kind,
    title,
    detail,
    href,
    due: null,
    clauses: policy.clausesOf(control),
    urgency: 'calm',
  }));
}
