/** Words around quotation marks that hold a title, a name or a term and no speech: general English. Lower case. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Works that have titles. */
export const WORKS = words(
  'show film movie book song album series episode episodes program programme documentary novel memoir play article essay ' +
    'column podcast magazine newspaper newscast game painting poem musical sitcom comedy drama ballad single video ' +
    'segment exhibition opera biography anthology sketch soundtrack franchise trilogy sequel bestseller hit hits ' +
    'broadcast thriller cartoon photograph sculpture paper pamphlet manifesto initiative tour website site blog print robot ship boat app band ' +
    'star stars actor actress director creator host pageant hat hats cap caps shirt shirts t-shirt t-shirts sign signs banner ' +
    'banners poster posters button buttons sticker stickers',
);

/** A name or a term follows. */
export const NAMING = words(
  'titled entitled nicknamed nickname nicknames dubbed named codenamed code-named so-called self-styled aka ' +
    'subtitled retitled headlined renamed',
);

/** A title may follow: "on “Some Show”", "host of “Some Show”". */
export const BEFORE_TITLE = words('on of in from for at with watching watch hosts host hosting told');

/** What a crowd utters: "chants of “…”". */
export const CRIES = words(
  'chant chants cry cries shout shouts scream screams cheer cheers yells calls roars',
);
