/** For a disk of one's own, which a browser has not. */
export const changeSidecar = (): Promise<void> => Promise.reject(new Error('There is no disk here.'));
