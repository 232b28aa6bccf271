/** What web pages leave between paragraphs. The words are those of publishing software, not of any article. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const STRONG = words(
  'advertisement advertisements advertising advert sponsored promoted image images photo photos picture banner video ' +
    'gallery share tweet subscribe newsletter newsletters comments copyright print bookmark login loading thumbnail ' +
    'logo caption placeholder embed slideshow carousel popup paywall cookie cookies subscribers',
);
const WEAK = words(
  'ad ads cover of the this that article story featured feature credit source here to our on via facebook twitter x ' +
    'whatsapp telegram linkedin reddit instagram youtube email mail e link copy click tap read more full rest original ' +
    'now play watch listen follow us related articles stories topics tags continue continues below above reading ' +
    'scroll down skip main content sign up in for and or min minute minutes ago file slot text size save add comment ' +
    'post posts a an all rights reserved view see also next previous page back top icon header hero inline box side ' +
    'sidebar recommended latest most popular your inbox daily free is by with report ' +
    'lead main hero leave reply join conversation show hide toggle menu search home close open',
);
/** Orders to the reader: a short line of page words that starts so is furniture without a strong word. */
const ORDERS = words(
  'read click tap follow sign see skip view continue related recommended join scroll leave ad ads all back listen watch also next previous',
);

const LABEL =
  /^[[(]?(?:(?:file |cover |featured? |lead |main )?(?:photo(?:graph)?|image|picture|video)(?: (?:credit|source|caption|by|courtesy))?s?|read (?:more|also|next)|also read|see also|related(?: (?:articles?|stories|news))?|more (?:on|from)|tags?|topics?|filed under|share(?: this)?|credits?|recommended|advertisement)\s*(?:[:|]|,\s)/i;

/** The number of a press release, as offices head their pages with it. */
const RELEASE = /^(?:press|news|media) release(?:\s*[(#:№]?\s*\p{N}[\p{N}\s()/.-]*)?$/iu;
/** A page's choice of languages. */
const LANGUAGES = words(
  'english french german spanish italian portuguese dutch polish russian ukrainian turkish arabic chinese japanese ' +
    'deutsch français español italiano português nederlands polski русский українська türkçe العربية 中文 日本語',
);

const LONGEST = 240;
/** Of a line of page words. */
const MOST_WORDS = 10;

/** Whether a line is what a web page left behind rather than the article's words. */
export function isFurniture(line: string): boolean {
  if (line.length > LONGEST) return false;
  if (/^(?:https?:\/\/|www\.)\S+$/i.test(line)) return true;
  if (/^(?:©|\(c\)\s|copyright\b)/i.test(line)) return true;
  if (LABEL.test(line)) return true;
  if (/^[-=_*~#.•\s]{3,}$/.test(line)) return true;
  if (isBreadcrumb(line) || RELEASE.test(line)) return true;
  return beginsAsPage(line) && (isLanguages(line) || isPageWords(line));
}

const isLanguages = (line: string): boolean =>
  line.length <= 60 && (line.toLowerCase().match(/[\p{L}]+/gu) ?? ['']).every((word) => LANGUAGES.has(word));

/** Where a page stands in its site: "Home > World > Europe". */
function isBreadcrumb(line: string): boolean {
  const parts = line.split(/\s[>»›]\s/);
  return (
    parts.length > 1 &&
    line.length <= 100 &&
    parts.every((part) => /^\p{Lu}[\p{L}\p{N}&’' -]{0,40}$/u.test(part))
  );
}

/** Whether a line may be words of a page or of languages by its first: few are, so that this is asked first. */
function beginsAsPage(line: string): boolean {
  const word = /\p{L}+|\p{N}+/u.exec(line)?.[0].toLowerCase() ?? '';
  return LANGUAGES.has(word) || STRONG.has(word) || WEAK.has(word) || /^\p{N}/u.test(word);
}

function isPageWords(line: string): boolean {
  let count = 0;
  let strong = false;
  let order = false;
  for (const [word] of line.toLowerCase().matchAll(/\p{L}+|\p{N}+/gu)) {
    count++;
    if (count === 1) order = ORDERS.has(word);
    if (STRONG.has(word)) strong = true;
    else if (!WEAK.has(word) && !/^\p{N}/u.test(word)) return false;
  }
  return count <= MOST_WORDS && (strong || (order && count > 1));
}
