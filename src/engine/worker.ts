// The engine's own thread: what it works on never makes the editor wait.
import { parentPort } from 'node:worker_threads';
import { answer, type Call } from './calls.ts';
import { localEngine } from './engine.ts';

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread.');
const engine = localEngine();
port.on('message', (call: Call) => void answer(engine, call).then((result) => port.postMessage(result)));
