// The fourth step of set-up: several colleagues at once, each with a link to hand over.
import { error } from '@sveltejs/kit';
import { may } from '#surfaces/web/may.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { done, nowOf, ZONE } from '../../../answering.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { registry, words } = locals.gatepost;
  if (!may(registry, locals.actor, 'people.invite')) error(403);
  const { people } = await locals.api.people.list({ responsibility: 'headteacher' });
  return {
    responsibilities: words.responsibilities,
    headNamed: people.length > 0,
    isHead: locals.actor.kind === 'person' && locals.actor.roles.has('headteacher'),
  };
};

interface Line {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly responsibility?: string;
}
/** Only governors sit in a governing body: its chair is one. */
const typeFor = (responsibility: string) => (responsibility === 'chair-of-governors' ? 'governor' : 'staff');
const isMeant = ({ firstName = '', lastName = '', email = '' }: Line) =>
  `${firstName}${lastName}${email}`.trim() !== '';

interface Handed {
  readonly name: string;
  readonly email: string;
  /** The link, or why there is none. */
  readonly address: string | null;
  readonly trouble: string | null;
}

export const actions: Actions = {
  default: (event) =>
    done(event, async ({ colleagues = [] }) => {
      const lines = (colleagues as readonly Line[]).filter(isMeant);
      const handed: Handed[] = [];
      const left: Line[] = [];
      for (const line of lines) {
        const { one, again } = await invited(event, line);
        handed.push(one);
        if (again) left.push(line);
      }
      return {
        handed,
        until: sayMoment(
          event.locals.gatepost.clock
            .now()
            .add({ hours: 7 * 24 })
            .toString(),
          ZONE,
          nowOf(event),
        ),
        values: { colleagues: left },
      };
    }),
};

/** Each on their own: what is wrong with one line does not undo the others. */
async function invited({ locals }: RequestEvent, line: Line): Promise<{ one: Handed; again: boolean }> {
  const { people } = locals.api;
  const { firstName = '', lastName = '', email = '', responsibility = '' } = line;
  const name = `${firstName} ${lastName}`.trim() || email;
  let isEntered = false;
  try {
    const { personId } = await people.add({ firstName, lastName, email, types: [typeFor(responsibility)] });
    isEntered = true;
    const { token } = await people.invite({ personId });
    const address = `${locals.gatepost.origin}/join/${token}`;
    try {
      if (responsibility !== '')
        await people.grantResponsibility({ personId, responsibility: responsibility as never });
      return { one: { name, email, address, trouble: null }, again: false };
    } catch (error) {
      return {
        one: {
          name,
          email,
          address,
          trouble: `The link above is good; only the responsibility is still to be given. ${wordsOf(error)}`,
        },
        again: false,
      };
    }
  } catch (error) {
    const trouble = isEntered ? `${name} is in the directory, but was not invited: ${wordsOf(error)}` : wordsOf(error);
    return { one: { name, email, address: null, trouble }, again: !isEntered };
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error) || !('kind' in error)) throw error;
  const fields = 'fields' in error ? (error.fields as readonly { message: string }[]) : [];
  const remedy = 'remedy' in error && typeof error.remedy === 'string' ? ` ${error.remedy}` : '';
  return fields.length > 0 ? fields.map(({ message }) => message).join(' ') : `${error.message}${remedy}`;
}
