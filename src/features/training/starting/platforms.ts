// The starting modules on platforms: one short page each, to get to know a place before writing there for the school.
import { question, startingModule, type StartingModule } from './module.ts';

interface Place {
  /** The word by which the policy speaks of it. */
  readonly word: string;
  readonly name: string;
  /** Who is there, and how what one writes reaches them. */
  readonly reach: string;
  /** What surprises people who are new there. */
  readonly mind: readonly string[];
  /** How one looks around before the first post. */
  readonly look: string;
  readonly ask: readonly [string, right: string, wrong: string, alsoWrong: string];
}

const PLACES: readonly Place[] = [
  {
    word: 'facebook',
    name: 'Facebook',
    reach:
      'Mostly parents and grandparents. A page is public, and what is shared from it travels through people’s friends and local groups, where you do not see what is said.',
    mind: [
      'Comments arrive at all hours. Decide with the school who looks, how often, and whether they are open at all.',
      'People tag others, children too, in the comments under your picture. Turn tagging off for the page.',
      'You act as the page or as yourself: look twice which name stands beside the box before you write.',
      'An event or a post “for this group only” can be shared on by anybody who sees it.',
    ],
    look: 'Read the pages of three schools near you, with the comments, and find where a page’s moderation words and tagging are set.',
    ask: [
      'Under a picture from the fair a parent names the children in it. What do you do?',
      'Hide the comment, tell them kindly why, and look again later',
      'Leave it: a parent may name children',
      'Answer with thanks',
    ],
  },
  {
    word: 'instagram',
    name: 'Instagram',
    reach:
      'Older pupils and younger parents. Posts are found by followers, by tags and by what the service recommends to strangers.',
    mind: [
      'It is pictures first: background, uniforms, names on walls and reflections are looked at closely.',
      'Stories vanish for readers after a day, but were seen, and can be kept by anybody.',
      'Strangers can write to the account. Private messages of pupils are not answered there.',
      'Children under 13 may not have accounts; many do. Never ask pupils to follow.',
    ],
    look: 'Look at one school’s account as a follower and as a stranger, and find the settings for comments, tags and messages.',
    ask: [
      'A pupil writes to the school’s account by private message. What do you do?',
      'Do not chat; pass it to whoever the policy names, and to the safeguarding lead if it worries you',
      'Answer kindly in the chat',
      'Follow them back so that they feel heard',
    ],
  },
  {
    word: 'threads',
    name: 'Threads',
    reach: 'Adults, many of them also on Instagram. Posts are public conversation and may appear on other servers too.',
    mind: [
      'Replies are posts of their own: what is said under yours is read far away from it.',
      'It hangs on the school’s Instagram account: losing one can mean losing both.',
      'Quoted posts can turn your words against you. Write what stands alone.',
    ],
    look: 'Follow two schools or local services for a week and see what kind of replies they get.',
    ask: [
      'Somebody quotes a post of the school and mocks it. What is best?',
      'Not to argue, and to tell whoever the policy names if it grows',
      'To answer every mocking quote',
      'To delete the account',
    ],
  },
  {
    word: 'x',
    name: 'X (Twitter)',
    reach:
      'Adults, journalists, councils, people with strong opinions. Everything is public and fast, and replies from strangers are the rule.',
    mind: [
      'A post is 280 characters and will be quoted without its context.',
      'Replies can be limited to accounts you mention: for a school that is mostly wise.',
      'A like or a repost by the school’s account is read as the school’s opinion.',
      'Accounts that pretend to be schools exist. Report them, and say so on the website.',
    ],
    look: 'Read what is written under posts of your local council for a few days, and find “who can reply”.',
    ask: [
      'The school’s account likes a campaign post of a party. How is that read?',
      'As the school’s own opinion: so it is not done',
      'As the private view of whoever clicked',
      'Nobody sees likes',
    ],
  },
  {
    word: 'bluesky',
    name: 'Bluesky',
    reach:
      'Adults, many of them in education, science and the press. Everything is public, without signing in, and can be copied by other programs.',
    mind: [
      'Deleted posts may live on in copies that others keep.',
      'A reply can be limited when you post, not so well afterwards.',
      'Lists and feeds are made by other people: the school can appear in one that it would not choose.',
    ],
    look: 'Find two schools or museums there and look at how they limit replies.',
    ask: [
      'You delete a post after an hour. Is it gone?',
      'Not surely: others may hold a copy',
      'Yes, everywhere and at once',
      'Yes, if nobody replied',
    ],
  },
  {
    word: 'mastodon',
    name: 'Mastodon',
    reach: 'Adults on many servers, each with its own house rules. A post goes to followers on all of them.',
    mind: [
      'Your server’s rules come first: read them before the first post.',
      'Whoever runs your server can read messages that look private.',
      'Descriptions of pictures are expected, and people will ask for them.',
      'Deleting asks other servers to delete; they may not.',
    ],
    look: 'Read the rules of your server and the posts of one day on it.',
    ask: [
      'Who can read a “private” message on Mastodon besides its readers?',
      'Whoever runs the servers it passes through',
      'Nobody at all',
      'Only the police',
    ],
  },
  {
    word: 'linkedin',
    name: 'LinkedIn',
    reach:
      'Adults in their working lives: applicants, partners, former pupils. What you like there is shown to your own contacts under your name.',
    mind: [
      'It mixes you and the school: write as the school’s page, not as yourself.',
      'Staff are named there by others. Ask before you name a colleague.',
      'Recruiters and sellers will write to the page. They need no answer.',
    ],
    look: 'Look at a vacancy posted by another school and at who commented on it.',
    ask: [
      'You want to thank a colleague by name in a post of the school. What comes first?',
      'I ask them',
      'I tag them so that they see it',
      'Nothing: it is praise',
    ],
  },
  {
    word: 'youtube',
    name: 'YouTube',
    reach: 'Everybody, of every age. Films are found for years, and what plays next is not the school’s choice.',
    mind: [
      '“Unlisted” is not private: whoever has the link can pass it on.',
      'A film of a school is mostly “made for children”: comments and messages are then off, which is what you want.',
      'Music in the background can get a film blocked, or fill it with advertising.',
      'Voices name children, walls show names, and captions are needed for people who cannot hear.',
    ],
    look: 'Watch one film of another school to the end, and what is offered after it.',
    ask: [
      'You upload the concert as “unlisted”. Who can see it?',
      'Anybody who gets the link, from anybody',
      'Only the families to whom it was sent',
      'Nobody until it is made public',
    ],
  },
  {
    word: 'tiktok',
    name: 'TikTok',
    reach: 'Mostly young people. Clips are shown to strangers by what they watched before, not by whom they follow.',
    mind: [
      'Others can cut your clip into theirs. Switch duets and stitches off.',
      'A clip can reach a million strangers or nobody: you do not choose.',
      'Trends have meanings that adults miss. Ask what a sound or a gesture stands for before you use it.',
      'Many pupils there are younger than the terms allow. Never ask pupils to follow or to appear.',
    ],
    look: 'Look for the name of your school and your town there, and see what comes.',
    ask: [
      'Before using a popular sound in a clip of the school, what do you find out?',
      'What it is from and what it stands for, and whether the school may use it',
      'How many people used it',
      'Nothing: it is offered by the app',
    ],
  },
  {
    word: 'snapchat',
    name: 'Snapchat',
    reach: 'Mostly teenagers, mostly in private. There is little that a school can say there well.',
    mind: [
      'Messages vanish, so that nothing is left to show what was said. That is why the school does not talk to pupils there.',
      'The map shows where people are.',
      'A picture that vanishes can be kept by a picture of the screen.',
    ],
    look: 'Find where the map is switched off, and whether an account pretends to be your school.',
    ask: [
      'Why does the school not chat with pupils there?',
      'Because nothing is left to show what was said',
      'Because it costs money',
      'Because pupils do not use it',
    ],
  },
  {
    word: 'whatsapp',
    name: 'WhatsApp',
    reach:
      'People whose numbers are known to one another. A channel goes one way; in a group everybody sees every number.',
    mind: [
      'In a group every member sees the others’ telephone numbers. Families who must not be found are harmed by that.',
      'A channel of the school shows no numbers of its readers: prefer it.',
      'Messages are passed on with one tap and without their context.',
      'Groups of parents are not the school’s, whatever they call themselves. Staff do not speak for the school in them.',
    ],
    look: 'Find out whether your school uses a channel or a group, who may write, and who takes people out.',
    ask: [
      'Why is a group of all families a bad idea?',
      'Everybody sees everybody’s number',
      'It has too many members',
      'Not everybody reads it',
    ],
  },
  {
    word: 'blog',
    name: 'a blog',
    reach: 'Whoever finds it, by a search or a link, for years.',
    mind: [
      'Old entries are read as if they were new. Look through them every year.',
      'Comments need somebody who reads them first.',
      'A class blog with names, work and days becomes a diary of children’s lives.',
    ],
    look: 'Read the oldest entry of your school’s blog as a stranger would.',
    ask: [
      'What is special about a blog entry of three years ago?',
      'It is read as if the school said it today',
      'Nobody finds it any more',
      'It may not be changed',
    ],
  },
  {
    word: 'wiki',
    name: 'a wiki',
    reach: 'Whoever may read it; and whoever may write can change what you wrote.',
    mind: [
      'Every change is kept, with who made it: also what you took out.',
      'On a public wiki somebody with an interest does not write about themselves. The school corrects facts by asking.',
    ],
    look: 'Open the history of a page and compare two versions.',
    ask: [
      'You took a name out of a page. Is it gone?',
      'No: it stands in the history until somebody removes it there',
      'Yes',
      'Only for visitors',
    ],
  },
  {
    word: 'forum',
    name: 'a forum',
    reach: 'People with one interest in common, whom the school mostly does not know.',
    mind: [
      'Each forum has rules and a tone of its own, and people who keep them.',
      'Say openly for whom you write. Never as somebody else.',
      'Do not discuss single families or pupils, even without names.',
    ],
    look: 'Read the rules and a week of threads before you write.',
    ask: [
      'How do you write there for the school?',
      'Openly, in the school’s name, and within the forum’s rules',
      'As a friendly parent',
      'Without a name',
    ],
  },
  {
    word: 'bulletin-board',
    name: 'a bulletin board',
    reach: 'People of one place or one subject. Notes stay until somebody takes them away.',
    mind: [
      'Put a date on everything, and take it down when it is over.',
      'Others can answer under it in the school’s sight and name.',
    ],
    look: 'See how old the oldest note is, and who can remove one.',
    ask: [
      'What belongs on every note?',
      'The day until which it holds',
      'The names of the children taking part',
      'A private number',
    ],
  },
  {
    word: 'other',
    name: 'a platform that is new to you',
    reach: 'Find out before you write: who is there, who can find it, who can answer, and what becomes of it.',
    mind: [
      'Who may join, and from what age?',
      'Is it public? Can strangers answer, copy, share, or write to you?',
      'Can something be taken down, by whom, and is it then gone?',
      'Who reports trouble to whom, and how fast does somebody answer?',
    ],
    look: 'Read its rules, look around for a week, and write down the answers to the four questions above.',
    ask: [
      'What do you do first on a platform that you do not know?',
      'Read its rules and look around before writing anything',
      'Write a short test post',
      'Invite pupils to show me',
    ],
  },
];

const sentence = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const platformModules: readonly StartingModule[] = PLACES.map(({ word, name, reach, mind, look, ask }, at) => {
  const [asked, right, ...others] = ask;
  const words = `
## Who is there

${reach}

## What surprises people

${mind.map((point) => `- ${point}`).join('\n')}

## Look around first

${look}

Then read what the place itself allows and forbids, and what the school wants of this account: the composer shows you both.
`;
  return startingModule(
    `platform-${word}`,
    `Getting to know ${name}`,
    `Five minutes before you first write there for the school: ${sentence(name)}.`,
    words,
    [
      question(asked, right, others, at % 3),
      question(
        `What do you do before your first post there?`,
        'Look around, and read its rules and the school’s own for this account',
        ['Ask pupils to follow it', 'Post something small to see what happens'],
        (at + 1) % 3,
      ),
    ],
  );
});
