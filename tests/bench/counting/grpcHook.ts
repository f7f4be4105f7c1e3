import Module from 'node:module';
import { Listening, type ListenAnswer, type ListenRequest } from './listening.js';
import {
  NOTHING,
  ofAggregation,
  ofLookUp,
  ofQuery,
  ofWrites,
  type Operations,
  type ReadAnswer,
  type WriteOperation,
} from './operations.js';

export type Sink = (method: string, operations: Operations) => void;

type Read = (bytes: unknown) => unknown;
interface CallStream {
  on(event: 'status', listener: (status: { code: number }) => void): unknown;
  write?: (message: unknown, ...rest: unknown[]) => unknown;
}
type Make = (this: unknown, method: string, serialize: unknown, read: Read, ...rest: unknown[]) => CallStream;
type ClientPrototype = Record<'makeUnaryRequest' | 'makeServerStreamRequest' | 'makeBidiStreamRequest', Make>;

interface WriteRequest {
  writes?: WriteOperation[] | null;
}
interface WriteAnswer {
  writeResults?: unknown[] | null;
  status?: { code?: number }[] | null;
}

const loader = Module as unknown as {
  _load(
    this: unknown,
    request: string,
    parent: { filename?: string } | undefined,
    ...rest: unknown[]
  ): unknown;
};
const MAKE_CLIENT = /@grpc[/\\]grpc-js[/\\]build[/\\]src[/\\]make-client\.js$/;
const OK = 0;
const SERVICE = '/google.firestore.v1.Firestore/';
const READERS: Record<string, (answers: readonly ReadAnswer[]) => Operations> = {
  BatchGetDocuments: ofLookUp,
  RunQuery: ofQuery,
  RunAggregationQuery: ofAggregation,
};

/**
 * Counts every Firestore operation of this process: wraps the three ways in which grpc-js makes a call, at the moment when
 * `make-client` loads `client`, because it keeps its own references to them. SDKs bring their own copies of grpc-js; each
 * is patched. Call it before any SDK is loaded.
 */
export function countFirestore(sink: Sink): void {
  const patched = new WeakSet();
  const load = loader._load.bind(loader);
  loader._load = function (request, parent, ...rest) {
    const exports = load(request, parent, ...rest);
    if (!MAKE_CLIENT.test(parent?.filename ?? '') || request !== './client') return exports;
    const { prototype } = (exports as { Client: { prototype: ClientPrototype } }).Client;
    if (!patched.has(prototype)) patch(prototype, sink);
    patched.add(prototype);
    return exports;
  };
}

function patch(prototype: ClientPrototype, sink: Sink): void {
  const { makeUnaryRequest, makeServerStreamRequest, makeBidiStreamRequest } = prototype;
  prototype.makeUnaryRequest = function (method, serialize, read, ...rest) {
    const [argument] = rest as [WriteRequest];
    const heard = hear(read, (answer) =>
      report(sink, method, ofUnary(nameOf(method), argument, answer as WriteAnswer)),
    );
    return makeUnaryRequest.call(this, method, serialize, heard, ...rest);
  };
  prototype.makeServerStreamRequest = function (method, serialize, read, ...rest) {
    const answers: ReadAnswer[] = [];
    const heard = hear(read, (answer) => answers.push(answer as ReadAnswer));
    const call = makeServerStreamRequest.call(this, method, serialize, heard, ...rest);
    call.on('status', ({ code }) => {
      const count = READERS[nameOf(method)];
      if (count && (code === OK || answers.length > 0)) report(sink, method, count(answers));
    });
    return call;
  };
  prototype.makeBidiStreamRequest = function (method, serialize, read, ...rest) {
    const tally = bidiTally(nameOf(method));
    const heard = hear(read, (answer) => report(sink, method, tally.answer(answer)));
    const call = makeBidiStreamRequest.call(this, method, serialize, heard, ...rest);
    const write = call.write?.bind(call);
    if (write) {
      call.write = (message, ...more) => {
        tally.request(message);
        return write(message, ...more);
      };
    }
    return call;
  };
}

function hear(read: Read, listen: (answer: unknown) => void): Read {
  return (bytes) => {
    const answer = read(bytes);
    listen(answer);
    return answer;
  };
}

function ofUnary(name: string, request: WriteRequest, answer: WriteAnswer): Operations {
  if (name === 'Commit') return ofWrites(request.writes ?? []);
  if (name !== 'BatchWrite') return NOTHING;
  const accepted = (request.writes ?? []).filter((_, at) => (answer.status?.[at]?.code ?? OK) === OK);
  return ofWrites(accepted);
}

/** The browser's write stream answers its requests in order; a listen stream is counted by `Listening`. */
function bidiTally(name: string): { request(message: unknown): void; answer(message: unknown): Operations } {
  if (name === 'Listen') {
    const listening = new Listening();
    return {
      request: (message) => listening.request(message as ListenRequest),
      answer: (message) => listening.answer(message as ListenAnswer),
    };
  }
  const asked: WriteOperation[][] = [];
  return {
    request: (message) => {
      const { writes } = message as WriteRequest;
      if (writes && writes.length > 0) asked.push(writes);
    },
    answer: (message) =>
      ((message as WriteAnswer).writeResults?.length ?? 0) > 0 ? ofWrites(asked.shift() ?? []) : NOTHING,
  };
}

function nameOf(method: string): string {
  return method.startsWith(SERVICE) ? method.slice(SERVICE.length) : '';
}

function report(sink: Sink, method: string, operations: Operations): void {
  if (operations.reads + operations.writes + operations.deletes > 0) sink(nameOf(method), operations);
}
