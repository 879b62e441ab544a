// Which part may import which: the whole table, in the order of the map. `directions.test.ts` holds every file against it.
import type { Import, SourceFile } from './source-files.ts';

export interface DirectionRule {
  /** The files that it speaks of. */
  readonly from: RegExp;
  /** What they may import. */
  readonly may: readonly RegExp[];
  /** What they may import by `import type` besides. */
  readonly mayAsType?: readonly RegExp[];
  /** What to do instead, for the message. */
  readonly instead: string;
}

/** An npm package or a part of Node, not a path of ours. */
const OUTSIDE = /^(?!src\/|test\/|e2e\/|bench\/|\$)[@\w]/;
const NODE = /^node:/;
const MANIFEST = /(^|\/)package\.json$/;
const within = (part: string): RegExp => new RegExp(`^src/${part}/`);

/** What only connectors, the database and sign-in may use. */
const NOT_FOR_FEATURES =
  /^(pg|graphile-worker|better-auth|sharp|nodemailer|imapflow|node:(https?|net|tls|dgram|child_process))(\/|$)/;

export const DIRECTIONS: readonly DirectionRule[] = [
  {
    from: within('kernel'),
    may: [within('kernel'), NODE, /^(zod|canonicalize)$/],
    mayAsType: [/^kysely$/, /^src\/db\/tables\.gen\.ts$/],
    instead:
      'The kernel knows no school and no machine: take what you need as an argument, or declare a port that compose.ts fills.',
  },
  {
    from: within('db'),
    may: [within('db'), within('kernel'), OUTSIDE],
    instead: 'The database knows rows, not nouns: put the statement into the feature’s queries.ts.',
  },
  {
    from: within('internet'),
    may: [within('internet'), NODE, /^ipaddr\.js$/],
    instead: 'It knows addresses and bytes, and neither who asks nor what for: take the rest as an argument.',
  },
  {
    from: within('sign-in'),
    may: [within('sign-in'), within('kernel'), within('db'), within('internet'), OUTSIDE],
    instead: 'Sign-in knows logins, not people: main/ joins the two.',
  },
  {
    from: within('connectors'),
    may: [within('connectors'), within('kernel'), within('internet'), OUTSIDE, MANIFEST],
    mayAsType: [/^src\/features\/[\w-]+\/ports\.ts$/, /^src\/features\/index\.ts$/],
    instead:
      'A connector translates for one port: `import type` the port from the feature’s ports.ts and be handed the rest.',
  },
  {
    from: within('surfaces'),
    may: [within('surfaces'), within('kernel'), OUTSIDE, MANIFEST],
    instead: 'A surface is handed the registry and contains no noun: have main/ pass it in.',
  },
  {
    from: within('ui'),
    may: [within('ui'), /^svelte(\/|$)/, /^@fontsource/],
    instead: 'The design system has no nouns and no data: pass plain values as props.',
  },
  {
    from: /^src\/(routes\/|hooks|app\.)/,
    may: [
      /^src\/routes\//,
      within('ui'),
      /^src\/surfaces\/(web|pdf)\//,
      /^\$/,
      /^svelte(\/|$)/,
      /^@sveltejs\/kit(\/|$)/,
      /^@fontsource/,
    ],
    mayAsType: [/^src\/features\//, within('kernel'), within('main')],
    instead:
      'A page loads, calls an action by `locals.api` and shows the answer; rules belong in the feature, glue in surfaces/web.',
  },
];

/** Why this import may not be, or null. */
export function fault(file: SourceFile, { to, typeOnly }: Import): string | null {
  const rule = DIRECTIONS.find(({ from }) => from.test(file.path));
  if (!rule) return null;
  const allowed = typeOnly ? [...rule.may, ...(rule.mayAsType ?? [])] : rule.may;
  if (allowed.some((pattern) => pattern.test(to))) return null;
  return `${file.path} imports ${to}${typeOnly ? ' (types)' : ''}. ${rule.instead}`;
}

/**
 * The same for a file of a feature.
 * @param order the features, foundations first: each may call only those before it
 */
export function featureFault(order: readonly string[], file: SourceFile, { to, typeOnly }: Import): string | null {
  const own = /^src\/features\/([\w-]+)\//.exec(file.path)?.[1];
  if (own === undefined) return null;
  if (within(`features/${own}`).test(to) || within('kernel').test(to)) return null;
  const other = /^src\/features\/([\w-]+)\/(.*)$/.exec(to);
  if (other) return otherFeatureFault(order, file.path, own, other[1]!, other[2]!);
  if (to === 'src/db/tables.gen.ts' && typeOnly) return null;
  if (NOT_FOR_FEATURES.test(to)) return `${file.path} imports ${to}. Declare a port in ports.ts; a connector fills it.`;
  if (OUTSIDE.test(to) || NODE.test(to)) return null;
  return `${file.path} imports ${to}. Features know the kernel and earlier features; main/compose.ts plugs the rest in.`;
}

function otherFeatureFault(
  order: readonly string[],
  path: string,
  own: string,
  other: string,
  inside: string,
): string | null {
  if (order.indexOf(other) >= order.indexOf(own)) {
    return `${path} imports the later feature ${other}. Have ${own} emit an event that ${other} subscribes to.`;
  }
  return /(^|\/)index\.ts$/.test(inside)
    ? null
    : `${path} reaches into ${other}/${inside}. Import it from ${other}/index.ts, and export it there.`;
}
