import { CUE_FORMS } from '../../lexicon/speech-cues.ts';

/** Whether a word is a verb of saying wherever it stands: no base form, which is a noun as often. */
export const isCueWord = (word: string): boolean => {
  const form = CUE_FORMS.get(word);
  return form !== undefined && (!form.base || form.lemma === 'read');
};
