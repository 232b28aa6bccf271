/** In a browser there is no git. */
export const stagesOf = (): null => null;
