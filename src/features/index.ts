// The ordered list of features, foundations first. A feature may call only those before it.
import { accounts } from './accounts/index.ts';
import { acknowledgement } from './acknowledgement/index.ts';
import { adoption } from './adoption/index.ts';
import { checks } from './checks/index.ts';
import { decisions } from './decisions/index.ts';
import { departures } from './departures/index.ts';
import { drafting } from './drafting/index.ts';
import { duties } from './duties/index.ts';
import { evidence } from './evidence/index.ts';
import { guidance } from './guidance/index.ts';
import { mail } from './mail/index.ts';
import { media } from './media/index.ts';
import { operation } from './operation/index.ts';
import { people } from './people/index.ts';
import { policy } from './policy/index.ts';
import { posts } from './posts/index.ts';
import { questions } from './questions/index.ts';
import { references } from './references/index.ts';
import { reviews } from './reviews/index.ts';
import { schools } from './schools/index.ts';
import { signatures } from './signatures/index.ts';
import { training } from './training/index.ts';

export const features = [
  schools,
  people,
  mail,
  decisions,
  policy,
  references,
  drafting,
  signatures,
  adoption,
  acknowledgement,
  training,
  reviews,
  questions,
  departures,
  guidance,
  accounts,
  media,
  checks,
  posts,
  operation,
  evidence,
  duties,
] as const;
export type Features = typeof features;
