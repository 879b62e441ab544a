// Requests a second from a process of its own: raw sockets, kept alive, so that the asking costs the answering nothing.
import { fork } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface Load {
  readonly port: number;
  readonly path: string;
  readonly cookie: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface Measured {
  readonly perSecond: number;
  /** Status of the last answer. */
  readonly status: number;
}

/** Asks one path again and again. Throws when an answer is not 200. */
export async function requestsPerSecond(load: Load): Promise<number> {
  const child = fork(fileURLToPath(import.meta.url), [], { execPath: process.execPath });
  const measured = await new Promise<Measured>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Measured));
    child.once('error', reject);
    child.send(load);
  });
  child.kill();
  if (measured.status !== 200) throw new Error(`${load.path} answered ${measured.status}.`);
  return measured.perSecond;
}

function ask(socket: Socket, request: string, answered: (status: number) => void): void {
  let seen: Buffer = Buffer.alloc(0);
  socket.on('data', (part: Buffer) => {
    seen = seen.length === 0 ? part : Buffer.concat([seen, part]);
    const head = seen.indexOf('\r\n\r\n');
    if (head < 0) return;
    const text = seen.toString('latin1', 0, head);
    const length = /content-length: (\d+)/i.exec(text)?.[1];
    const whole =
      length === undefined
        ? seen.subarray(-5).toString('latin1') === '0\r\n\r\n'
        : seen.length >= head + 4 + Number(length);
    if (!whole) return;
    seen = Buffer.alloc(0);
    answered(Number(text.slice(9, 12)));
    socket.write(request);
  });
  socket.write(request);
}

async function run({ port, path, cookie, connections, seconds }: Load): Promise<Measured> {
  const request = `GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\ncookie: ${cookie}\r\naccept: text/html\r\n\r\n`;
  let count = 0;
  let status = 0;
  const sockets = Array.from({ length: connections }, () => connect(port, '127.0.0.1'));
  for (const socket of sockets) {
    ask(socket, request, (answer) => {
      count += 1;
      status = answer;
    });
  }
  await new Promise((resolve) => setTimeout(resolve, 2_000)); // warm
  count = 0;
  const from = performance.now();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const perSecond = (count * 1_000) / (performance.now() - from);
  for (const socket of sockets) socket.destroy();
  return { perSecond, status };
}

if (process.send) process.once('message', (load) => void run(load as Load).then((measured) => process.send!(measured)));
