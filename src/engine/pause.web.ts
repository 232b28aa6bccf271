export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
