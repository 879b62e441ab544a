// For tests: a trust with a lead, and schools that belong to it.
import { randomUUID } from 'node:crypto';
import { operator, systemActor, type PersonActor } from '#kernel/actor.ts';
import type { openTestApp, TestSchool } from '#test/school.ts';
import type { ModelPolicyName } from '../model-policies.ts';

type App = Awaited<ReturnType<typeof openTestApp>>;

export async function makeTrust(app: App, name = 'Fairwater Learning Trust') {
  const trustId = randomUUID();
  const operating = app.as(operator(trustId));
  await operating.schools.foundTrust({ name });
  const loginId = randomUUID();
  const { leadId } = await operating.schools.nameTrustLead({
    loginId,
    name: 'Celia Marsh',
    jobTitle: 'Chief executive',
  });
  const lead = (): PersonActor => ({
    kind: 'person',
    of: 'trust',
    scopeId: trustId,
    loginId,
    personId: leadId,
    name: 'Celia Marsh',
    roles: new Set(['trust-lead']),
    via: 'session',
    credentialId: randomUUID(),
    factorAt: app.clock.now(),
    scopes: null,
  });
  return {
    trustId,
    leadId,
    loginId,
    lead,
    /** As whoever leads it, just signed in. */
    api: () => app.as(lead()).policy,
    /** A school of the trust, with its headteacher. */
    async school(model: ModelPolicyName = 'starter', schoolName?: string) {
      const school = await app.school(schoolName, model);
      await app.rows('update school set trust_id = $1 where id = $2', [trustId, school.id]);
      const head = await school.person({ name: 'Ngozi Okafor', responsibilities: ['headteacher'] });
      return { school, head, ...doingsOf(app, school, head) };
    },
  };
}
export type TestTrust = Awaited<ReturnType<typeof makeTrust>>;

export function doingsOf(app: App, school: TestSchool, head: PersonActor) {
  const api = async () => app.as(await school.again(head)).policy;
  return {
    api,
    read: async (settingId: string) => (await api()).readSetting({ settingId }),
    async change(settingId: string, is: unknown, more: { effectiveOn?: string; overrides?: never[] } = {}) {
      const { revision } = await (await api()).readSetting({ settingId });
      const reason = 'Agreed with the leadership team on Monday.';
      return (await api()).changeSetting({ settingId, is, reason, revision, ...more });
    },
    /** What Gatepost does every ten minutes. */
    async tell() {
      const robot = app.as(systemActor(school.id, 'policy.tellTrust')).policy;
      const { due } = await robot.findTrustFigure({});
      if (due) await robot.publishToTrust({});
      return due;
    },
  };
}
