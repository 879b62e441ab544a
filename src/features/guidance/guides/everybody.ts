// Guides for everybody at the school: staff, parents and pupils, each in words for them.
import type { Guide } from '../guide.ts';

export const privateThoughts: Guide = {
  id: 'private-thoughts',
  title: 'Keep private thoughts private',
  lead: 'We advise everybody, of whatever age, not to publish them in detail.',
  audiences: ['staff', 'parents', 'pupils'],
  controls: ['policy.audience-views', 'checks.offensive', 'checks.derogatory'],
  prompts: [],
  tips: [
    {
      tip: 'Do not publish detailed private thoughts, worries, pictures or messages.',
      reasons: [
        'They can be copied, shared and searched for long after the mood has passed.',
        'Somebody you do not know may use them to get close to you.',
      ],
    },
    {
      tip: 'Never write anything threatening, hurtful or defamatory, not even as a joke or in a closed group.',
      reasons: [
        'It hurts a real person, and groups are never as closed as they look.',
        'It can be against the law, and can follow the writer for years.',
      ],
    },
    {
      tip: 'When something weighs on you, tell a person and not a page.',
      reasons: ['A person can help. A page cannot.'],
    },
  ],
};

export const ownPicturesAtEvents: Guide = {
  id: 'your-own-pictures',
  title: 'Your own pictures at school',
  lead: 'A school play is for everybody in it, also for the child whose family has reasons to stay unseen.',
  audiences: ['parents'],
  controls: ['policy.audience-views'],
  prompts: [],
  tips: [
    {
      tip: 'Before you share a picture, look who else is in it.',
      reasons: ['For some children, being found by a picture is dangerous. We cannot tell you for whom.'],
    },
    {
      tip: 'Leave the school, the class and the time out of what you write beside it.',
      reasons: ['Together they say where your child can be found tomorrow.'],
    },
  ],
};

export const beingKind: Guide = {
  id: 'kind-and-safe',
  title: 'Kind and safe online',
  lead: 'What you would not say to somebody’s face does not belong online either.',
  audiences: ['pupils'],
  controls: ['policy.audience-views'],
  prompts: ['Is it true?', 'Is it kind?', 'Would I be happy if it was about me?', 'Who could see it?'],
  tips: [
    {
      tip: 'Keep your full name, address, school and telephone number to yourself.',
      reasons: ['Not everybody online is who they say they are.'],
    },
    {
      tip: 'Only be friends online with people you know in real life.',
      reasons: ['Anybody can use a picture of somebody else.'],
    },
    {
      tip: 'If something online makes you feel bad, tell a grown-up you trust. You will not be in trouble for telling.',
      reasons: ['It is not your fault, and grown-ups can make it stop.'],
    },
  ],
};
