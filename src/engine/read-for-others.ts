import type { MessagePort } from 'node:worker_threads';
import { analyze } from '../core/claims/analyze.ts';
import { readingOf } from '../core/corpus/reading.ts';
import { createVocabulary } from '../core/counterparts/vocabulary.ts';
import type { Content } from './cache/sealed-file.ts';
import { toStore } from './cache/stored-readings.ts';
import type { ReaderAnswer, ReaderCall } from './readers.ts';

/** Reads articles for another thread, one by one. */
export function readForOthers(port: MessagePort): void {
  port.on('message', ({ id, source }: ReaderCall) => {
    try {
      const content = readingToSend(source);
      const buffers = new Set(content.lists.map(({ buffer }) => buffer as ArrayBuffer));
      port.postMessage({ id, content } satisfies ReaderAnswer, [...buffers]);
    } catch {
      port.postMessage({ id, content: null } satisfies ReaderAnswer);
    }
  });
}

function readingToSend({ text, facts = {}, dismissals = [] }: ReaderCall['source']): Content {
  const vocabulary = createVocabulary();
  const reading = readingOf(analyze(text, facts), { text, dismissals }, vocabulary);
  return toStore([reading], vocabulary);
}
