// Finding a text on the rendered page: the editor draws a line as many spans, with no-break spaces, wraps it
// into several elements, and draws grounds and borders on a layer of their own beneath the text.

/** How one element draws the text or what is beneath it. */
export interface Look {
  readonly background: string;
  readonly border: string;
  readonly outline: string;
  /** How far out of the element it is drawn. */
  readonly offset: string;
  readonly underline: string;
  readonly color: string;
}

/** Where a text is drawn, in pixels of the page, and how. */
export interface Place {
  /** The middle of the text. */
  readonly x: number;
  readonly y: number;
  readonly text: Look;
  /** The marks beneath the text's middle. */
  readonly marks: readonly Look[];
}

/**
 * A script for the page whose value is the `Place` of the first visible occurrence of a text, or null. It is a
 * string because its globals are the page's: the project's sources know no DOM.
 */
export const placeScript = (text: string): string => `(${find})(${JSON.stringify(text)})`;

const find = `function (wanted) {
  const look = (element) => {
    const style = getComputedStyle(element);
    return {
      background: style.backgroundColor,
      border: style.borderBottomWidth === '0px' ? 'none' : style.borderBottomStyle,
      outline: style.outlineStyle,
      offset: style.outlineOffset,
      underline: style.textDecorationLine === 'none' ? 'none' : style.textDecorationStyle,
      color: style.color,
    };
  };
  const lettersOf = (editor) => {
    const top = (line) => line.getBoundingClientRect().top;
    const lines = [...editor.querySelectorAll('.view-line')].sort((a, b) => top(a) - top(b));
    return lines.flatMap((line) => {
      const letters = [];
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) for (let i = 0; i < walker.currentNode.length; i++) letters.push([walker.currentNode, i]);
      return letters;
    });
  };
  const onScreen = ({ x, y }) => document.elementFromPoint(x, y)?.closest('.editor-instance') != null;
  for (const editor of document.querySelectorAll('.editor-instance')) {
    const letters = lettersOf(editor);
    const spoken = letters.map(([node, i]) => node.data[i]).join('').replaceAll('\\u00a0', ' ');
    for (let at = spoken.indexOf(wanted); at >= 0; at = spoken.indexOf(wanted, at + 1)) {
      const [node, i] = letters[at + Math.floor(wanted.length / 2)];
      const range = document.createRange();
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = range.getBoundingClientRect();
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      if (!onScreen(middle)) continue;
      const covers = (mark) => {
        const { left, right, top, bottom } = mark.getBoundingClientRect();
        return left <= middle.x && middle.x <= right && top <= middle.y && middle.y <= bottom;
      };
      const marks = [...editor.querySelectorAll('.view-overlays .cdr')].filter(covers).map(look);
      return { ...middle, text: look(node.parentElement), marks };
    }
  }
  return null;
}`;
