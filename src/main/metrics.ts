// How Gatepost fares, as Prometheus reads it: numbers of the machine and of the work, never a school or a person.
import { statfs } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type pg from 'pg';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from '#kernel/clock.ts';

export interface Metrics {
  /** Measures this request until its answer has left. */
  watch(request: IncomingMessage, response: ServerResponse): void;
  /** Which page or action this request is for, in the words of the routes: `/posts/[postId]`, `/api/posts/{postId}`. */
  named(request: IncomingMessage, route: string): void;
  ran(job: string, outcome: 'done' | 'failed', seconds: number): void;
  /** The whole in Prometheus' text format. What cannot be asked just now is left out. */
  read(): Promise<{ readonly contentType: string; readonly text: string }>;
}

export interface MetricsParts {
  readonly owner: pg.Pool;
  readonly pools: Readonly<Record<string, pg.Pool>>;
  readonly clock: Clock;
  readonly dataDir: string;
  readonly version: string;
}

const QUICK = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const SLOW = [0.05, 0.1, 0.5, 1, 5, 15, 60, 300];
/** Files of the pages, and addresses at which there is nothing. */
const UNNAMED = 'other';

export function createMetrics(parts: MetricsParts): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  new Gauge({
    name: 'gatepost_info',
    help: 'Which Gatepost this is; always 1.',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version: parts.version, node: process.versions.node }, 1);
  const requests = new Histogram({
    name: 'gatepost_request_seconds',
    help: 'From the request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: QUICK,
    registers,
  });
  const jobs = new Histogram({
    name: 'gatepost_job_seconds',
    help: 'How long jobs ran in this process, by how they ended.',
    labelNames: ['job', 'outcome'],
    buckets: SLOW,
    registers,
  });
  poolGauges(registers, parts.pools);
  const asked = [queueGauges(registers, parts), sealerGauges(registers, parts), diskGauges(registers, parts)];
  const untold = new Counter({
    name: 'gatepost_metrics_left_out_total',
    help: 'How often a part of these numbers could not be asked, such as while the database is away.',
    registers,
  });

  const routes = new WeakMap<IncomingMessage, string>();
  return {
    watch(request, response) {
      const began = performance.now();
      response.once('close', () => {
        const labels = {
          method: request.method ?? 'GET',
          route: routes.get(request) ?? UNNAMED,
          status: String(response.statusCode),
        };
        requests.observe(labels, (performance.now() - began) / 1_000);
      });
    },
    named: (request, route) => void routes.set(request, route),
    ran: (job, outcome, seconds) => jobs.observe({ job, outcome }, seconds),
    async read() {
      for (const one of await Promise.allSettled(asked.map((ask) => ask()))) {
        if (one.status === 'rejected') untold.inc();
      }
      return { contentType: register.contentType, text: await register.metrics() };
    },
  };
}

type Registers = Registry[];
/** Asks, and sets its gauges. When it cannot ask, they are left out rather than given an old number. */
type Ask = () => Promise<void>;

function poolGauges(registers: Registers, pools: Readonly<Record<string, pg.Pool>>): void {
  const gauge = (name: string, help: string, value: (pool: pg.Pool) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['pool'],
      registers,
      collect() {
        for (const [pool, one] of Object.entries(pools)) this.set({ pool }, value(one));
      },
    });
  gauge('gatepost_pool_connections', 'Connections to the database that are open.', (pool) => pool.totalCount);
  gauge('gatepost_pool_idle', 'Those of them that do nothing.', (pool) => pool.idleCount);
  gauge('gatepost_pool_waiting', 'Who waits for one.', (pool) => pool.waitingCount);
}

function queueGauges(registers: Registers, { owner }: MetricsParts): Ask {
  const count = new Gauge({
    name: 'gatepost_queue_jobs',
    help: 'Jobs in the queue: due now, running, planned for later, or failed for good.',
    labelNames: ['job', 'state'],
    registers,
  });
  const oldest = new Gauge({
    name: 'gatepost_queue_oldest_seconds',
    help: 'How long the oldest job that is due has waited.',
    registers,
  });
  return async () => {
    count.reset();
    oldest.remove();
    const { rows } = await owner.query<{ job: string; state: string; n: number; oldest: number }>(`
      select t.identifier as job, s.state, count(*)::int as n, max(extract(epoch from now() - j.run_at))::float8 as oldest
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       cross join lateral (select case when j.locked_at is not null then 'running' when j.attempts >= j.max_attempts then 'failed'
                                       when j.run_at > now() then 'planned' else 'due' end as state) s
       group by t.identifier, s.state`);
    for (const { job, state, n } of rows) count.set({ job, state }, n);
    const due = rows.filter(({ state }) => state === 'due').map((row) => row.oldest);
    oldest.set(Math.max(0, ...due));
  };
}

function sealerGauges(registers: Registers, { owner, clock }: MetricsParts): Ask {
  const unsealed = new Gauge({ name: 'gatepost_unsealed_entries', help: 'Ledger entries not yet sealed.', registers });
  const lag = new Gauge({
    name: 'gatepost_sealer_lag_seconds',
    help: 'How long the oldest of them has waited; above a few seconds something is wrong.',
    registers,
  });
  return async () => {
    unsealed.remove();
    lag.remove();
    const { rows } = await owner.query<{ n: number; since: string | null }>(
      'select count(*)::int as n, min(at) as since from entry_pending',
    );
    const { n, since } = rows[0]!;
    unsealed.set(n);
    lag.set(since === null ? 0 : Math.max(0, clock.now().since(since).total('seconds')));
  };
}

function diskGauges(registers: Registers, { dataDir }: MetricsParts): Ask {
  const free = new Gauge({
    name: 'gatepost_disk_free_bytes',
    help: 'Room left on the disk of the data folder.',
    registers,
  });
  return async () => {
    free.remove();
    const { bavail, bsize } = await statfs(dataDir);
    free.set(bavail * bsize);
  };
}
