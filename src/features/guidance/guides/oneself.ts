// Guides about one's own life online.
import type { Guide } from '../guide.ts';

export const holdingBack: Guide = {
  id: 'holding-back',
  title: 'What to keep to yourself',
  lead: 'What is not online about you cannot be used against you, or those near you.',
  audiences: ['staff'],
  controls: ['training.guidance'],
  prompts: [],
  tips: [
    {
      tip: 'Hold personal details back: your address, private numbers, date of birth, family, where you are now.',
      reasons: [
        'It prevents unwanted access: pupils and families reaching you, or turning up, outside school.',
        'It prevents identity theft: a name, a birthday and a street are often enough to open an account as you.',
      ],
    },
    {
      tip: 'Set every profile to the narrowest audience it has, and look again when the app changes.',
      reasons: [
        'Apps move their settings, and what was private last year may not be now.',
        'Friends of friends soon include somebody’s pupil.',
      ],
    },
    {
      tip: 'Turn location sharing off.',
      reasons: ['A route to work, repeated, tells strangers when a home stands empty.'],
    },
    {
      tip: 'Look yourself up now and then, pictures too.',
      reasons: ['What pupils and parents will find is better found by you first.'],
    },
  ],
};

export const signing: Guide = {
  id: 'signing-the-policy',
  title: 'What your signature means',
  lead: 'You say that you have read these very words and will keep to them.',
  audiences: ['staff'],
  controls: ['policy.acknowledgement'],
  prompts: [],
  tips: [
    {
      tip: 'Ask before you sign, not after. Each clause has a way to ask about it.',
      reasons: ['A rule that was not understood protects nobody, and is no excuse either.'],
    },
    {
      tip: 'You may refuse. Say why.',
      reasons: ['A refusal is kept as a refusal and talked about; a signature against your conviction helps nobody.'],
    },
    {
      tip: 'Keep the date in mind: you are asked again when the policy changes in substance.',
      reasons: ['Your signature belongs to one wording and is never carried over to another.'],
    },
  ],
};

export const whenItGoesWrong: Guide = {
  id: 'when-it-goes-wrong',
  title: 'When something goes wrong online',
  lead: 'Quick and calm beats quick and angry.',
  audiences: ['staff', 'parents'],
  controls: ['posts.take-down', 'checks.incident'],
  prompts: [],
  tips: [
    {
      tip: 'Do not answer back.',
      reasons: ['An answer carries the quarrel to everybody who follows you, and becomes part of the evidence.'],
    },
    {
      tip: 'Keep what you saw: the address, the time, a picture of the screen. Never keep or pass on indecent images.',
      reasons: [
        'Posts vanish when trouble comes.',
        'Even a copy made to report an indecent image of a child is unlawful: describe it in words.',
      ],
    },
    {
      tip: 'Tell the school the same day; where a child may be in danger, at once.',
      reasons: ['What is told early can often be put right quietly.'],
    },
  ],
};
