// Word lists and weights stand before the program, each as a function: one is read when it is first required.

interface Module {
  exports: unknown;
}
declare const self: {
  readonly lists: Readonly<Record<string, (module: Module) => void>>;
  require: (name: string) => unknown;
};

const read = new Map<string, unknown>();

self.require = (name) => {
  if (!read.has(name)) {
    const module: Module = { exports: {} };
    self.lists[name]?.(module);
    read.set(name, module.exports);
  }
  return read.get(name);
};

export {};
