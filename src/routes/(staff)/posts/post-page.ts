// One post as its pages show it: as it will appear, what was found, who decides, and what happened so far.
import type { RequestEvent } from '@sveltejs/kit';
import type { TextMark } from '#ui/marks.ts';
import type { Tone } from '#ui/state.ts';
import { sayMoment } from '#surfaces/web/say-time.ts';
import { nowOf } from '../../answering.ts';
import { citing, type Cite } from '../../clause-refs.ts';
import { capital, listed } from '#surfaces/web/say-count.ts';
import { authorSays } from './author-says.ts';
import { historyOf } from './history.ts';
import { TONE_OF_STATE } from './post-words.ts';

export type Post = Awaited<ReturnType<App.Locals['api']['posts']['read']>>;
type Event = Pick<RequestEvent, 'locals' | 'url'>;

const TONE: Readonly<Record<Post['check']['findings'][number]['severity'], 'stop' | 'hold' | 'look'>> = {
  block: 'stop',
  review: 'hold',
  warn: 'look',
};
const STRONGEST_FIRST = ['block', 'review', 'warn'];

export async function postPage(event: Event, postId: string) {
  const { api } = event.locals;
  const [post, { clauses }] = await Promise.all([api.posts.read({ postId }), api.policy.clauseNames({})]);
  const cite = citing(clauses);
  const now = nowOf(event);
  const moment = (iso: string) => ({ iso, text: sayMoment(iso, post.zone, now) });
  const { wantedAt } = post.content;
  const unsettled = ['draft', 'asking', 'waiting', 'approved', 'expired'].includes(post.state);
  const findings = unsettled ? findingsOf(post, cite) : [];
  return {
    id: post.id,
    revision: post.revision,
    state: post.state,
    stateWords: post.stateWords,
    stateTone: TONE_OF_STATE[post.state],
    title: `${possessive(post.openedBy.name)} post${post.accounts.length > 0 ? ` for ${listed(post.accounts.map(placeOf))}` : ''}`,
    writer: post.openedBy.name,
    when: wantedAt === null ? null : moment(wantedAt),
    emergency: post.content.emergency ? { reason: post.content.emergencyReason } : null,
    places: post.accounts.map(placeOf),
    views: viewsOf(post, findings),
    pictures: post.pictures.map(({ mediaId, alt, showsChildren }) => ({
      mediaId,
      alt,
      showsChildren,
      src: pictureAt(mediaId),
    })),
    says: authorSays(post.content.statements),
    findings,
    obstacles: unsettled ? post.check.obstacles.map((one) => ({ ...one, clauses: cite(one.clauses) })) : [],
    need: { ...post.check.need, clauses: cite(post.check.need.clauses) },
    deciders: post.deciders.map((one) => ({ ...one, because: roleWords(event, one.because) })),
    decision: post.decision === null ? null : { ...post.decision, clauses: cite(post.decision.clauses) },
    closes: post.decision?.closesAt ? moment(post.decision.closesAt) : null,
    question: post.questions.find((one) => one.answeredAt === null) ?? null,
    deliveries: post.deliveries.map((one) => ({
      ...one,
      ...DELIVERY[one.state]!,
      due: moment(one.dueAt),
      settled: one.settledAt === null ? null : moment(one.settledAt),
      removed: one.removedAt === null ? null : moment(one.removedAt),
    })),
    history: historyOf(post).map((one) => ({ ...one, at: moment(one.at) })),
    checklist: post.checklist,
    checklistClauses: cite(post.checklistClauses),
    byHandOn: post.accounts.filter(({ connector }) => connector === 'by-hand').map(({ platformName }) => platformName),
    before: beforeOf(post),
    may: post.may,
  };
}
export type PostPage = Awaited<ReturnType<typeof postPage>>;

/** A role as a person has it: "Headteacher", "Runs the account". */
function roleWords({ locals }: Event, role: string): string {
  if (role === 'account-runner') return 'Runs every account it goes to';
  return (
    locals.gatepost.words.responsibilities.find(({ value }) => value === role)?.label ??
    capital(role.replaceAll('-', ' '))
  );
}

export const pictureAt = (mediaId: string): string => `/pictures/${mediaId}`;
const possessive = (name: string): string => `${name}${name.endsWith('s') ? '’' : '’s'}`;
const placeOf = ({ name, platformName, connector }: Post['accounts'][number]): string =>
  connector === 'noticeboard' ? 'the noticeboard' : platformName === name ? name : platformName;

const DELIVERY: Readonly<Record<string, { readonly word: string; readonly tone: Tone }>> = {
  begun: { word: 'Being sent', tone: 'calm' },
  'by-hand': { word: 'To be published by hand', tone: 'hold' },
  published: { word: 'Published', tone: 'done' },
  refused: { word: 'Not published', tone: 'stop' },
  unknown: { word: 'We cannot tell whether it went out', tone: 'look' },
  'removal-asked': { word: 'To be taken down', tone: 'stop' },
  removed: { word: 'Taken down', tone: 'calm' },
  cancelled: { word: 'Never sent', tone: 'calm' },
};

export interface FoundView {
  readonly n: number;
  readonly tone: 'stop' | 'hold' | 'look';
  readonly part: string;
  readonly start: number;
  readonly end: number;
  readonly excerpt: string;
  readonly message: string;
  readonly remedy: string;
  readonly contested: string | null;
  readonly clauses: ReturnType<Cite>;
}

function findingsOf(post: Post, cite: Cite): FoundView[] {
  return [...post.check.findings]
    .sort((one, other) => STRONGEST_FIRST.indexOf(one.severity) - STRONGEST_FIRST.indexOf(other.severity))
    .map((finding, index) => ({
      n: index + 1,
      tone: TONE[finding.severity],
      part: finding.part,
      start: finding.start,
      end: finding.end,
      excerpt: finding.excerpt,
      message: finding.message,
      remedy: finding.remedy,
      contested:
        post.contests.find((one) => one.rule === finding.rule && one.excerpt === finding.excerpt)?.reason ?? null,
      clauses: cite(finding.clauses),
    }));
}

export interface View {
  /** Where exactly this appears; several accounts may show the same. */
  readonly places: readonly string[];
  readonly name: string;
  readonly handle: string;
  readonly words: string;
  readonly marks: readonly TextMark[];
  readonly pictures: readonly {
    readonly src: string;
    readonly alt: string;
    readonly width?: number;
    readonly height?: number;
  }[];
  readonly lengths: readonly string[];
  readonly tooLong: boolean;
}

/** What went out, once something did; until then what would. */
function viewsOf(post: Post, findings: readonly FoundView[]): View[] {
  const going = post.deliveries.length > 0 ? post.deliveries : post.check.going;
  const views = new Map<string, View>();
  for (const { accountId, words, pictures } of going) {
    const account = post.accounts.find(({ id }) => id === accountId);
    if (!account) continue;
    const own = post.content.accounts.find((one) => one.accountId === accountId)?.words ?? null;
    const part = own === null ? 'words' : accountId;
    const source = own ?? post.content.words;
    const shift = source.length - source.trimStart().length;
    const marks = findings
      .filter((one) => one.part === part && one.end > one.start)
      .map((one): TextMark => ({
        start: one.start - shift,
        end: one.end - shift,
        tone: one.tone,
        number: one.n,
        href: `#finding-${one.n}`,
      }));
    const key = JSON.stringify([words, pictures.map(({ mediaId, alt }) => [mediaId, alt])]);
    const limit = account.wordsLimit;
    const length =
      limit === null
        ? []
        : [
            `${account.platformName}: ${account.length.toLocaleString('en-GB')} of ${limit.toLocaleString('en-GB')} characters`,
          ];
    const known = views.get(key);
    const tooLong = limit !== null && account.length > limit;
    views.set(key, {
      places: [
        ...(known?.places ?? []),
        account.connector === 'noticeboard'
          ? account.name
          : account.handle === ''
            ? account.nameInFull
            : `${account.platformName}, ${account.handle}`,
      ],
      name: known?.name ?? account.name,
      handle: known?.handle ?? (account.handle || account.platformName),
      words,
      marks,
      pictures: pictures.map(({ mediaId, alt }) => {
        const size = post.pictures.find((one) => one.mediaId === mediaId);
        return { src: pictureAt(mediaId), alt, ...(size ? { width: size.width, height: size.height } : {}) };
      }),
      lengths: [...(known?.lengths ?? []), ...length],
      tooLong: known?.tooLong === true || tooLong,
    });
  }
  return [...views.values()];
}

/** Each stretch of words that was decided on before and reads differently now. */
function beforeOf(post: Post) {
  const { previous, content } = post;
  if (!previous) return null;
  const same = { title: '', before: previous.words, after: content.words };
  const own = content.accounts.flatMap(({ accountId, words }) => {
    const before = previous.accounts.find((one) => one.accountId === accountId)?.words ?? null;
    if (words === null && before === null) return [];
    const title = post.accounts.find(({ id }) => id === accountId)?.name ?? '';
    return [{ title, before: before ?? previous.words, after: words ?? content.words }];
  });
  return [same, ...own].filter(({ before, after }) => before !== after);
}
