// What Gatepost makes real about telling people what the policy asks of them, when they need it and in words for them.
import { defineControl } from '#kernel/control.ts';

export const guidanceControls = [
  defineControl({
    id: 'policy.audience-views',
    kind: 'guide',
    promise:
      'The policy can be read by staff, by parents and by pupils, each seeing what applies to them in words for them; staff see their rules for work and for private use apart, and can ask whether it reaches a case.',
    settings: ['personalUse.atWork', 'personalUse.onSchoolDevices', 'definitions.platformTypes'],
  }),
  defineControl({
    id: 'training.guidance',
    kind: 'guide',
    promise:
      'Advice and the reasons for it can be read at the moment they are needed, and a question that begins with “May I” is answered in the policy’s own words, or by saying that it is silent and who decides.',
    settings: [],
    cannot: 'It finds words and their relatives; it does not judge a case.',
  }),
  defineControl({
    id: 'posts.prompts',
    kind: 'guide',
    promise: 'Questions to ask yourself before posting stand beside the editor and in the guides.',
    settings: [],
  }),
];
