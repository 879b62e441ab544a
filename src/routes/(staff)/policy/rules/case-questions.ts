// The few questions of the scope test, in the words of its form; the address of the page holds the answers.
export const CASE_QUESTIONS = [
  {
    name: 'who',
    legend: 'Whom is it about?',
    options: [
      { value: 'staff', label: 'A member of staff' },
      { value: 'teaching', label: 'Teaching staff' },
      { value: 'support', label: 'Support staff' },
      { value: 'supply', label: 'Supply or agency staff' },
      { value: 'governor', label: 'A governor' },
      { value: 'contractor', label: 'A contractor' },
      { value: 'volunteer', label: 'A volunteer' },
      { value: 'external-runner', label: 'Somebody from outside who runs an account' },
      { value: 'carer', label: 'A parent or carer' },
      { value: 'pupil', label: 'A pupil' },
    ],
  },
  {
    name: 'touches',
    legend: 'What has it to do with the school?',
    options: [
      { value: 'represents', label: 'It speaks for the school, or seems to' },
      { value: 'affects', label: 'It is private, and touches the school or its people' },
      { value: 'neither', label: 'Neither' },
    ],
  },
  {
    name: 'where',
    legend: 'Where was it done?',
    options: [
      { value: 'at-work', label: 'At work: at school, on a trip, working from home' },
      { value: 'elsewhere', label: 'Elsewhere, or in one’s own time' },
    ],
  },
  {
    name: 'circle',
    legend: 'Who could read it?',
    options: [
      { value: 'public', label: 'Anybody, or many' },
      { value: 'private-group', label: 'A private chat or group' },
    ],
  },
  {
    name: 'platform',
    legend: 'On what?',
    options: [
      { value: 'social-network', label: 'A social network' },
      { value: 'video-sharing', label: 'A place for videos' },
      { value: 'photo-sharing', label: 'A place for pictures' },
      { value: 'messaging', label: 'Messages, groups or chat' },
      { value: 'blog', label: 'A blog' },
      { value: 'forum', label: 'A forum' },
      { value: 'wiki', label: 'A wiki' },
      { value: 'game', label: 'A game' },
      { value: 'app', label: 'Another app or site' },
      { value: 'other', label: 'Something else' },
    ],
  },
] as const;

type Name = (typeof CASE_QUESTIONS)[number]['name'];

/** Only ever answers that the form offers; empty where none was chosen. */
export function chosenIn(url: URL): Readonly<Record<Name, string>> {
  const of = (name: Name) => {
    const given = url.searchParams.get(name) ?? '';
    const question = CASE_QUESTIONS.find((one) => one.name === name);
    return question?.options.some(({ value }) => value === given) === true ? given : '';
  };
  return { who: of('who'), touches: of('touches'), where: of('where'), circle: of('circle'), platform: of('platform') };
}
