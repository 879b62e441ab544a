// What Today asks: read and confirm the policy; speak with those whom one leads; and for the head, see who is missing.
import { isPerson } from '#kernel/access.ts';
import type { Context } from '#kernel/context.ts';
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { personName } from '#features/people/index.ts';
import type { Kind } from './groups.ts';
import { askNow, standings, type Asked } from './load.ts';
import { ownAsks, type OwnAsk } from './own.ts';
import { leadsAnybody } from './queries.ts';

const SOON_DAYS = 7;
const LOOKS_AFTER = ['headteacher', 'administrator'];

export const acknowledgementDuties: FindDuties = async (context): Promise<Duty[]> => {
  const { actor } = context;
  if (!isPerson(actor)) return [];
  const own = (await ownAsks(context, actor.personId)).flatMap(ownDuty);
  return [...own, ...(await dutiesForOthers(context, actor.personId, actor.roles))];
};

const TITLES: Readonly<Record<Kind, string>> = {
  read: 'Read the policy and confirm it',
  quiz: 'Read the policy and answer the questions on it',
  signature: 'Read and sign the policy',
};

function ownDuty({ ask, asked }: OwnAsk): Duty[] {
  if (!asked || asked.standing.state === 'confirmed' || asked.standing.state === 'refused') return [];
  const { version, isAhead } = ask.basis;
  return [
    {
      id: `acknowledgement.confirm:${version.id}`,
      kind: 'acknowledgement.confirm',
      title: TITLES[asked.kind],
      detail: isAhead
        ? `Version ${version.n} comes into force on ${sayDay(version.effective_on)}. You can do it before that day.`
        : `Version ${version.n}, in force since ${sayDay(version.effective_on)}.`,
      href: isAhead ? `/policy/sign?version=${version.id}` : '/policy/sign',
      due: asked.standing.due,
      clauses: ask.clauses,
      urgency: urgencyOf(asked, ask.today),
    },
  ];
}

async function dutiesForOthers(context: Context, personId: string, roles: ReadonlySet<string>): Promise<Duty[]> {
  const looksAfter = LOOKS_AFTER.some((role) => roles.has(role));
  const leads = await leadsAnybody(context.db, context.scopeId, personId);
  if (!looksAfter && !leads) return [];
  const ask = await askNow(context);
  if (!ask) return [];
  const people = await standings(context, ask);
  const late = people.filter(({ standing }) => standing.state === 'overdue');
  const refused = people.filter(({ standing }) => standing.state === 'refused');
  const led = late.filter(({ line_manager_id: manager }) => manager === personId);
  const { id: version } = ask.basis.version;
  const duty = (kind: string, title: string, detail: string, href: string, urgency: Duty['urgency']): Duty => ({
    id: `${kind}:${version}`,
    kind,
    title,
    detail,
    href,
    due: null,
    clauses: ask.clauses,
    urgency,
  });
  return [
    ...(led.length > 0
      ? [
          duty(
            'acknowledgement.speak',
            `Speak with ${led.length === 1 ? personName(led[0]!) : `${led.length} people whom you lead`}`,
            `${led.map((one) => personName(one)).join(', ')}: the time to confirm the policy is over.`,
            '/policy/sign#led',
            'soon',
          ),
        ]
      : []),
    ...(looksAfter && late.length > 0
      ? [
          duty(
            'acknowledgement.overdue',
            `${late.length} ${late.length === 1 ? 'person is' : 'people are'} late in confirming the policy`,
            'They are reminded every week by themselves. Whoever does not sign in signs on paper.',
            '/policy/acknowledgement?state=overdue',
            'calm',
          ),
        ]
      : []),
    ...(roles.has('headteacher') && refused.length > 0
      ? [
          duty(
            'acknowledgement.refused',
            `${refused.length} ${refused.length === 1 ? 'person does' : 'people do'} not accept the policy`,
            'Each has said why. A refusal is never counted as a signature; they can still change their mind.',
            '/policy/acknowledgement?state=refused',
            'soon',
          ),
        ]
      : []),
  ];
}

function urgencyOf({ standing }: Asked, today: string): Duty['urgency'] {
  if (standing.state === 'overdue') return 'overdue';
  if (standing.due === null) return 'calm';
  return standing.due <= Temporal.PlainDate.from(today).add({ days: SOON_DAYS }).toString() ? 'soon' : 'calm';
}

const sayDay = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long' });
