/** In a browser there is no git: what notes were made on is not to be had. */
export const gitTextsAside = (): Promise<Map<string, string>> => Promise.resolve(new Map());
