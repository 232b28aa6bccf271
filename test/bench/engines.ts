// What engine.bench.mjs compares: ours and two libraries, with what comes nearest to it: sentences, parts of speech,
// names. Each is loaded in a thread of its own.
import { detectMentions } from '../../src/core/mentions/detect.ts';
import { readArticle } from '../../src/core/text/structure.ts';

export type Work = (text: string) => unknown;

export const mentions: Work = (text) => detectMentions(readArticle(text));

export const ENGINES: Readonly<Record<string, () => Promise<Work>>> = {
  counterpoint: async () => mentions,
  'wink-nlp': async () => {
    const [{ default: winkNLP }, { default: model }] = await Promise.all([
      import('wink-nlp'),
      import('wink-eng-lite-web-model'),
    ]);
    const nlp = winkNLP(model, ['sbd', 'pos', 'ner']);
    const { its } = nlp;
    return (text) => {
      const doc = nlp.readDoc(text);
      return [doc.sentences().length(), doc.tokens().out(its.pos), doc.entities().out(its.detail)];
    };
  },
  compromise: async () => {
    const { default: compromise } = await import('compromise');
    return (text) => {
      const doc = compromise(text);
      return [doc.people().out('array'), doc.places().out('array'), doc.organizations().out('array')];
    };
  },
};
