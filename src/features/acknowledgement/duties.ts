// What Today asks: read and confirm the policy; speak with those whom one leads; and for the head, see who is missing.
import { isPerson } from '#kernel/access.ts';
import type { Context } from '#kernel/context.ts';
import { dayInWords } from '#kernel/day-in-words.ts';
import type { Duty, FindDuties } from '#kernel/duty.ts';
import { personName } from '#features/people/index.ts';
import { readRegister } from '#features/references/index.ts';
import type { Kind } from './groups.ts';
import { clausesFor } from './keep-act.ts';
import { askNow, standings, type Asked } from './load.ts';
import { ownAsks, type OwnAsk } from './own.ts';
import { leadsAnybody } from './queries.ts';
import { readWith } from './read-with.ts';
import { isOpen, referencesOf } from './references-read.ts';

const SOON_DAYS = 7;
const LOOKS_AFTER = ['headteacher', 'administrator'];

export const acknowledgementDuties: FindDuties = async (context): Promise<Duty[]> => {
  const { actor } = context;
  if (!isPerson(actor)) return [];
  const asks = await ownAsks(context, actor.personId);
  const own = [...asks.flatMap(ownDuty), ...(await referenceDuties(context, actor.personId, asks))];
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
        ? `Version ${version.n} comes into force on ${dayInWords(version.effective_on)}. You can do it before that day.`
        : `Version ${version.n}, in force since ${dayInWords(version.effective_on)}.`,
      href: isAhead ? `/policy/sign?version=${version.id}` : '/policy/sign',
      due: asked.standing.due,
      clauses: ask.clauses,
      urgency: urgencyOf(asked, ask.today),
    },
  ];
}

/** Whoever has confirmed the policy confirms new editions of the documents read with it; everybody else does both together. */
async function referenceDuties(context: Context, personId: string, asks: readonly OwnAsk[]): Promise<Duty[]> {
  const now = asks.find(({ ask, asked }) => !ask.basis.isAhead && asked?.standing.state === 'confirmed');
  if (!now) return [];
  const { document, basis } = now.ask;
  const { entered } = readWith(await readRegister(context, document));
  const open = (await referencesOf(context, entered, personId)).filter(isOpen);
  if (open.length === 0) return [];
  return [
    {
      id: `acknowledgement.references:${basis.version.id}`,
      kind: 'acknowledgement.references',
      title: open.length === 1 ? 'Read a document and confirm it' : `Read ${open.length} documents and confirm them`,
      detail: `${open.map(({ title, edition }) => `${title}, ${edition}`).join('; ')}: read together with the policy.`,
      href: '/policy/sign#documents',
      due: null,
      clauses: clausesFor(now.ask, open),
      urgency: 'soon',
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
