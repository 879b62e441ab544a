// Guides for the moment before something goes out.
import type { Guide } from '../guide.ts';

export const beforeYouPost: Guide = {
  id: 'before-you-post',
  title: 'Before you post',
  lead: 'Half a minute with these questions saves most of what goes wrong.',
  audiences: ['staff'],
  controls: ['posts.prompts'],
  prompts: [
    'Does it fit my role here: would I say it aloud at the school gate?',
    'Do the words and the pictures keep to our policy and its neighbours on safeguarding, data and behaviour?',
    'Is it lawful: is it true, is it ours to use, does it give nobody away?',
    'Who is in it, and would each of them be glad to see it?',
    'How might it read to somebody who does not know us, or wishes us ill?',
    'Would I still stand by it in five years?',
  ],
  tips: [
    {
      tip: 'Read it once as a parent, once as a journalist.',
      reasons: ['What is clear to a colleague can hurt or puzzle somebody who was not there.'],
    },
    {
      tip: 'Look into the corners of every picture: boards, badges, screens, faces at the back.',
      reasons: [
        'Names and timetables on a wall tell strangers where a child is to be found.',
        'A child whose family said no is easily overlooked at the edge.',
      ],
    },
    {
      tip: 'If you are unsure, leave it and ask. The composer has a button for that.',
      reasons: ['A day late does no harm; what is out cannot be fetched back.'],
    },
  ],
};

export const picturesOfChildren: Guide = {
  id: 'pictures-of-children',
  title: 'Pictures with children in them',
  lead: 'A picture says more about a child than the words beside it.',
  audiences: ['staff'],
  controls: ['media.children-wait', 'media.no-child-statement', 'media.device'],
  prompts: [],
  tips: [
    {
      tip: 'Show what was done, from behind or from a little way off.',
      reasons: ['The story stays, and nobody can be picked out by face.'],
    },
    {
      tip: 'Never put a name and a face together.',
      reasons: ['With both, a stranger can speak to a child as if they knew them.'],
    },
    {
      tip: 'Use the school’s own camera, and empty it when you are done.',
      reasons: [
        'Pictures of pupils on a private telephone are copied to places nobody knows of.',
        'It protects you: nobody can ask what else is on it.',
      ],
    },
  ],
};

export const accountsInOrder: Guide = {
  id: 'an-account-in-order',
  title: 'Keeping an account in order',
  lead: 'An account speaks for the school, also on the day when something is wrong with it.',
  audiences: ['staff'],
  controls: ['accounts.register', 'accounts.authorisation'],
  prompts: [],
  tips: [
    {
      tip: 'Keep it apart from anybody’s own profile.',
      reasons: ['When a person leaves, the school keeps its account and they keep their privacy.'],
    },
    {
      tip: 'Let at least two people be able to run it.',
      reasons: ['Something that must come down at once does not wait for one person’s holiday to end.'],
    },
    {
      tip: 'Authorise people by name, for as long as they need it, and end it when they move on.',
      reasons: ['An old way in is the one that nobody watches.'],
    },
    {
      tip: 'Check before you post which account you are signed in to.',
      reasons: ['Most embarrassing posts were meant for the other one.'],
    },
  ],
};
