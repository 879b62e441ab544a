// One school of the demo as a stage: its people do what they would do, by the same actions as everybody, at a time in the past.
import { randomBytes } from 'node:crypto';
import type { Features } from '#features/index.ts';
import { receivePicture } from '#features/media/doors.ts';
import { systemActor, type PersonActor } from '#kernel/actor.ts';
import type { Api } from '#kernel/registry.ts';
import type { App } from '../compose.ts';
import { drawn, type Scenery } from './picture.ts';

type Calls = Api<Features>;
type Content = Parameters<Calls['posts']['save']>[0];

/** A post as a story tells it; what every post of the demo states is filled in. */
export interface Wanted extends Partial<Omit<Content, 'postId' | 'revision' | 'accounts' | 'pictures'>> {
  /** Accounts, by their names in the demo. */
  readonly on: readonly string[];
  readonly picture?: { readonly scenery: Scenery; readonly alt: string };
}

/** What a stage knows of its school, by the names that stories use. */
export interface Cast {
  readonly schoolId: string;
  readonly logins: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<string, string>;
}

export interface Stage {
  as(person: string): Promise<Calls>;
  personId(person: string): Promise<string>;
  /** Opens a post, writes it and saves it; stories call it by its name from then on. */
  write(post: string, by: string, wanted: Wanted): Promise<void>;
  /** @throws when the policy stops it: a story of the demo went wrong */
  send(post: string, by: string): Promise<void>;
  ask(post: string, by: string, words: string): Promise<void>;
  contest(post: string, by: string, rule: string, reason: string): Promise<void>;
  approve(post: string, by: string, note?: string): Promise<void>;
  sendBack(post: string, by: string, note: string): Promise<void>;
  refuse(post: string, by: string, note: string): Promise<void>;
  publishedByHand(post: string, by: string, permalink: string): Promise<void>;
  takeDown(post: string, by: string, reason: string): Promise<void>;
  /** What Gatepost does every minute: lets go what nobody decided in time. */
  minute(): Promise<void>;
}

export function createStage(app: App, { schoolId, logins, accounts }: Cast): Stage {
  const posts = new Map<string, string>();
  const idOf = (post: string) => known(posts, post);

  async function actor(person: string): Promise<PersonActor> {
    const loginId = known(logins, person);
    const now = app.clock.now();
    const { rows } = await app.database.app.query<{ person_id: string; name: string; roles: string[] }>(
      'select person_id, name, roles from app.persons_of_login($1, $2) where school_id = $3',
      [loginId, now.toString(), schoolId],
    );
    const row = rows[0];
    if (!row) throw new Error(`${person} is not at this school of the demo.`);
    const credentialId = randomBytes(12).toString('base64url');
    return {
      kind: 'person',
      scopeId: schoolId,
      loginId,
      personId: row.person_id,
      name: row.name,
      roles: new Set(row.roles),
      via: 'session',
      credentialId,
      factorAt: now,
      scopes: null,
    };
  }
  const as = async (person: string) => app.as(await actor(person));

  async function takePicture(by: string, scenery: Scenery): Promise<string> {
    const bytes = await drawn(scenery);
    const door = { ports: app.ports, as: app.as, limitBytes: app.uploadLimit };
    const body = new Blob([new Uint8Array(bytes)]).stream();
    return receivePicture(door, await actor(by), {
      body,
      originalName: `${scenery}.jpg`,
      announcedBytes: bytes.length,
    });
  }

  return {
    as,
    personId: async (person) => (await actor(person)).personId,
    async write(post, by, { on, picture, ...content }) {
      const api = await as(by);
      const { postId, revision } = await api.posts.open({});
      posts.set(post, postId);
      const pictures = picture
        ? [{ mediaId: await takePicture(by, picture.scenery), alt: picture.alt, showsChildren: 'no' as const }]
        : [];
      await api.posts.save({
        postId,
        revision,
        ...content,
        statements: { searchable: true, schoolDevice: picture !== undefined, ...content.statements },
        accounts: on.map((name) => ({ accountId: known(accounts, name) })),
        pictures,
      });
    },
    async send(post, by) {
      const { outcome, check } = await (await as(by)).posts.submit({ postId: idOf(post) });
      if (outcome !== 'blocked') return;
      const reasons = [...check.findings.filter((one) => one.severity === 'block'), ...check.obstacles].map(
        (one) => one.message,
      );
      throw new Error(`The post “${post}” of the demo was stopped: ${reasons.join(' ')}`);
    },
    async ask(post, by, words) {
      await (await as(by)).posts.ask({ postId: idOf(post), words });
    },
    async contest(post, by, rule, reason) {
      const api = await as(by);
      const { check } = await api.posts.read({ postId: idOf(post) });
      const finding = check.findings.find((one) => one.rule === rule);
      if (!finding) throw new Error(`Nothing of the kind ${rule} was found in the post “${post}” of the demo.`);
      await api.posts.contest({ postId: idOf(post), rule, excerpt: finding.excerpt, reason });
    },
    async approve(post, by, note = '') {
      const api = await as(by);
      const { decision, checklist, pictures } = await api.posts.read({ postId: idOf(post) });
      await api.posts.approve({
        postId: idOf(post),
        hash: decision?.hash ?? '',
        note,
        checklist: Object.fromEntries(checklist.map(({ id }) => [id, 'yes' as const])),
        noChild: pictures.map(({ mediaId }) => mediaId),
      });
    },
    async sendBack(post, by, note) {
      const api = await as(by);
      await api.posts.sendBack({
        postId: idOf(post),
        note,
        hash: (await api.posts.read({ postId: idOf(post) })).decision?.hash ?? '',
      });
    },
    async refuse(post, by, note) {
      const api = await as(by);
      await api.posts.refuse({
        postId: idOf(post),
        note,
        hash: (await api.posts.read({ postId: idOf(post) })).decision?.hash ?? '',
      });
    },
    async publishedByHand(post, by, permalink) {
      const api = await as(by);
      const { deliveries } = await api.posts.read({ postId: idOf(post) });
      const delivery = deliveries.find(({ state }) => state === 'by-hand');
      if (!delivery) throw new Error(`The post “${post}” of the demo does not wait to be published by hand.`);
      await api.posts.reportByHand({ deliveryId: delivery.id, permalink });
    },
    async takeDown(post, by, reason) {
      await (await as(by)).posts.takeDown({ postId: idOf(post), reason });
    },
    async minute() {
      await app.as(systemActor(schoolId, 'posts.watch')).posts.expire({});
    },
  };
}

function known(named: ReadonlyMap<string, string>, name: string): string {
  const id = named.get(name);
  if (id === undefined) throw new Error(`The demo knows nothing called ${name}.`);
  return id;
}
