// The first two steps of set-up: the school with its policy, and the person who sets it up. The other three need a session.
import { error, redirect } from '@sveltejs/kit';
import { giveCookies } from '#surfaces/web/give-cookies.ts';
import { done, fromOf, wrong } from '../../answering.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { doors, words } = locals.gatepost;
  if (!(await doors.setUpFrom(params.token))) {
    if (await doors.isSetUp()) redirect(303, locals.actor.kind === 'person' ? '/begin/class-list' : '/sign-in');
    error(404);
  }
  const { models } = await locals.api.policy.listModels({});
  return {
    // The one for whoever is unsure stands first.
    models: models.toSorted((one, other) => Number(other.name === 'starter') - Number(one.name === 'starter')),
    responsibilities: words.responsibilities.filter(
      ({ value }) => value !== 'system-administrator' && value !== 'administrator',
    ),
  };
};

interface Typed {
  readonly trust?: string;
  readonly model?: string;
  readonly school?: Record<string, string>;
  readonly you?: {
    readonly firstName?: string;
    readonly lastName?: string;
    readonly email?: string;
    readonly jobTitle?: string;
  };
  readonly responsibilities?: readonly string[];
  readonly password?: string;
}

/** Stands in while nothing is chosen, so that all else is looked at first. */
const UNSURE = 'starter';

export const actions: Actions = {
  school: (event) =>
    done(event, async (input) => {
      const { school = {}, model = '' } = input as Typed;
      event.locals.gatepost.doors.checkSchool({ school, model: model || UNSURE });
      if (model === '') return wrong('model', 'Choose a policy. If unsure, take the first.', input);
      return { step: 2, values: input };
    }),
  back: (event) =>
    done(event, async (input) => {
      const { password: _password, ...values } = input;
      return { step: 1, values };
    }),
  finish: (event) =>
    done(event, async (input) => {
      const { trust = '', school = {}, model = '', you = {}, responsibilities = [], password = '' } = input as Typed;
      if (password === '') return wrong('password', 'Choose a password.', input);
      const { firstName = '', lastName = '', email = '', jobTitle = '' } = you;
      const answers = {
        trust,
        school,
        model,
        password,
        you: { firstName, lastName, email, jobTitle, responsibilities },
      };
      const cookies = await event.locals.gatepost.doors.finishSetUp(event.params.token, answers, fromOf(event));
      giveCookies(event.cookies, cookies);
      redirect(303, '/begin/class-list');
    }),
};
