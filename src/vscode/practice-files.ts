/** What is copied of the shipped `seeds/`; a list, since not every host can read the extension's folders. */
export const PRACTICE: readonly string[] = [
  'harbour-bridge/01_tideway-post.txt',
  'harbour-bridge/01_tideway-post.txt.annotations.yaml',
  'harbour-bridge/02_meridian-dispatch.txt',
  'harbour-bridge/02_meridian-dispatch.txt.annotations.yaml',
  'harbour-bridge/03_northline.txt',
];
