// The trust of the demo: a chief executive who works at none of its schools, a short policy, and two questions locked for all three.
import { operator, systemActor, type PersonActor } from '#kernel/actor.ts';
import type { Secret } from '#kernel/secret.ts';
import type { App } from '../compose.ts';
import type { Scene } from './school.ts';
import type { When } from './school-days.ts';
import { joinApp } from './second-step.ts';
import { passwordOf } from './sign-in-links.ts';

export const TRUST_LEAD = {
  name: 'Celia Marsh',
  jobTitle: 'Chief executive',
  email: 'celia.marsh@fairwater.example',
  look: 'writes the trust’s policy, and locks what is to hold at every school',
} as const;

const POLICY = `
id: fairwater
title: Social media at the schools of the trust
school: Fairwater Learning Trust
edition: '2026-11'
clauses:
  - id: FLT-01
    number: '1'
    under: What holds everywhere
    title: One rule for three schools
    text: Every school of the trust follows this policy. It may be stricter wherever its governors think that wise.
    binds: [every school of the trust]
    force: must
    rests-on: [policy.trust-wide]
  - id: FLT-02
    number: '2'
    under: What holds everywhere
    title: Former pupils
    text: Staff are not linked with former pupils by an account of their own. The school’s official ways are open to them.
    binds: [staff]
    force: must-not
    rests-on: [declarations.permitted-routes, policy.trust-lock]
  - id: FLT-03
    number: '3'
    under: What holds everywhere
    title: First names only
    text: A pupil is named by the first name alone, and only where the picture does not show who it is.
    binds: [account runner]
    force: must
    rests-on: [checks.pupil-names]
  - id: FLT-04
    number: '4'
    under: Looking after it
    title: Once a year
    text: Each school looks at its policy again every year, and tells the trust when it has.
    binds: [headteacher]
    force: must
    rests-on: [policy.review]
settings:
  contact.formerPupils: { is: forbidden, by: [FLT-02] }
  checks.pupilNames: { is: first-name-only, by: [FLT-03] }
  review.months: { is: 12, by: [FLT-04] }
`;

export function trustScenes(app: App, trustId: string, secret: Secret, when: When): Scene[] {
  let lead: PersonActor;
  const policy = () => app.as({ ...lead, factorAt: app.clock.now() }).policy;
  return [
    {
      at: when.schoolDay(8, '10:00'),
      play: async () => {
        lead = await nameLead(app, trustId, secret);
        await policy().putTrustInForce({
          text: POLICY,
          reason: 'The trustees have agreed on what holds at all our schools.',
        });
      },
    },
    {
      at: when.schoolDay(3, '11:30'),
      play: async () => {
        await policy().lockSetting({
          settingId: 'checks.pupilNames',
          is: 'first-name-only',
          reason: 'So it is in all our leaflets.',
        });
        await policy().lockSetting({
          settingId: 'contact.formerPupils',
          is: 'forbidden',
          days: 28,
          reason: 'The safeguarding review of the summer asked for one rule at all our schools.',
        });
      },
    },
    { at: when.schoolDay(1, '17:00'), play: () => tellTrust(app, trustId) },
  ];
}

async function nameLead(app: App, trustId: string, secret: Secret): Promise<PersonActor> {
  const { name, jobTitle, email } = TRUST_LEAD;
  const password = passwordOf(email, secret);
  const made = await app.signIn.createLogin({ email, name, password });
  if (made.kind !== 'created') throw new Error(`There is a login of ${email} already.`);
  const { loginId } = made;
  await joinApp(app, { email, password });
  const { leadId } = await app.as(operator(trustId)).schools.nameTrustLead({ loginId, name, jobTitle });
  return {
    kind: 'person',
    of: 'trust',
    scopeId: trustId,
    loginId,
    personId: leadId,
    name,
    roles: new Set(['trust-lead']),
    via: 'session',
    credentialId: 'demo',
    factorAt: app.clock.now(),
    scopes: null,
  };
}

/** What each school publishes every ten minutes. */
async function tellTrust(app: App, trustId: string): Promise<void> {
  const { rows } = await app.database.owner.query<{ id: string }>('select id from school where trust_id = $1', [
    trustId,
  ]);
  for (const { id } of rows) await app.as(systemActor(id, 'policy.tellTrust')).policy.publishToTrust({});
}
