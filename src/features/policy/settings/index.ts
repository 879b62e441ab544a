// Every setting there is, by area, so that `settings.approval.secondReader` is the thing to read from the policy in force.
import type { Setting } from '../setting.ts';
import { account, apps, channels, leaver, runner, vault } from './accounts.ts';
import { checks, safeguarding } from './checks.ts';
import { curriculum, parents, pupils } from './community.ts';
import { ack, adoption, definitions, questions, responsibilities, retention, training } from './governance.ts';
import { consent, media } from './images.ts';
import { deviation, directory, incident, outcomes, parentPost, scope } from './incidents.ts';
import { inbox, moderation, monitor, press, reputation } from './messages.ts';
import { contact, declaration, personalUse, workUse } from './personal.ts';
import { approval, content, freeze, post, review } from './publishing.ts';

export const settings = {
  account,
  runner,
  channels,
  vault,
  apps,
  leaver,
  approval,
  freeze,
  content,
  post,
  review,
  checks,
  safeguarding,
  consent,
  media,
  monitor,
  inbox,
  moderation,
  press,
  reputation,
  contact,
  personalUse,
  declaration,
  workUse,
  scope,
  incident,
  directory,
  parentPost,
  outcomes,
  deviation,
  parents,
  pupils,
  curriculum,
  training,
  ack,
  adoption,
  roles: responsibilities,
  questions,
  definitions,
  retention,
};

export const allSettings: readonly Setting<unknown>[] = Object.values(settings).flatMap((area): Setting<unknown>[] =>
  Object.values(area),
);

const byId = new Map(allSettings.map((setting) => [setting.id, setting]));
export const settingById = (id: string): Setting<unknown> | undefined => byId.get(id);
