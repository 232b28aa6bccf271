/**
 * Plain data (null, booleans, numbers, strings, lists, objects) as bytes, in a tenth of the room that it takes as
 * objects: an object is the number of its list of keys, and its values; what is undefined is left out.
 */
export function packValue(value: unknown): Uint8Array {
  const strings = numbered<string>();
  const shapes = numbered<string>();
  const body = createWriter();
  write(value);
  const head = createWriter();
  const table = new TextEncoder().encode(JSON.stringify([strings.all(), shapes.all()]));
  head.int(table.length);
  head.bytes(table);
  head.bytes(body.written());
  return head.written();

  function write(one: unknown): void {
    if (one === null || one === undefined) body.int(NULL);
    else if (one === true) body.int(TRUE);
    else if (one === false) body.int(FALSE);
    else if (typeof one === 'number') writeNumber(one);
    else if (typeof one === 'string') tagged(STRING, strings.of(one));
    else if (Array.isArray(one)) {
      tagged(LIST, one.length);
      for (const item of one) write(item);
    } else writeObject(one);
  }

  function writeObject(object: object): void {
    const entries = Object.entries(object).filter(([, item]) => item !== undefined);
    tagged(OBJECT, shapes.of(JSON.stringify(entries.map(([key]) => key))));
    for (const [, item] of entries) write(item);
  }

  function writeNumber(number: number): void {
    const small = Number.isInteger(number) && Math.abs(number) < MOST_WHOLE && !Object.is(number, -0);
    if (small) tagged(number < 0 ? NEGATIVE : WHOLE, Math.abs(number));
    else {
      body.int(FLOAT);
      body.bytes(new Uint8Array(Float64Array.of(number).buffer));
    }
  }

  function tagged(tag: number, number: number): void {
    body.int(tag + TAGS * number);
  }
}

/** What was packed; `bytes` are taken as they are. */
export function unpackValue(bytes: Uint8Array): unknown {
  let at = 0;
  const size = int();
  const [strings, shapes] = JSON.parse(new TextDecoder().decode(bytes.subarray(at, at + size))) as [
    readonly string[],
    readonly string[],
  ];
  const keys = shapes.map((shape) => JSON.parse(shape) as readonly string[]);
  at += size;
  return read();

  function int(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  function read(): unknown {
    const code = int();
    const [tag, number] = [code % TAGS, Math.floor(code / TAGS)];
    if (tag === WHOLE) return number;
    if (tag === STRING) return strings[number] ?? '';
    if (tag === OBJECT) {
      const object: Record<string, unknown> = {};
      for (const key of keys[number] ?? []) object[key] = read();
      return object;
    }
    if (tag === LIST) return Array.from({ length: number }, read);
    if (tag === NEGATIVE) return -number;
    if (code === FLOAT) return float();
    return code === NULL ? null : code === TRUE;
  }

  function float(): number {
    const own = bytes.slice(at, at + 8);
    at += 8;
    return new Float64Array(own.buffer)[0] ?? 0;
  }
}

// A number's last digit, to the base of eight, tells what it stands for.
const TAGS = 8;
const WHOLE = 1;
const NEGATIVE = 2;
const STRING = 3;
const LIST = 4;
const OBJECT = 5;
const NULL = 0;
const TRUE = 8;
const FALSE = 16;
const FLOAT = 24;
/** Eight times as much is still told to the last digit. */
const MOST_WHOLE = 2 ** 49;

function numbered<T>() {
  const numbers = new Map<T, number>();
  return {
    all: () => [...numbers.keys()],
    of(item: T): number {
      const known = numbers.get(item);
      if (known !== undefined) return known;
      numbers.set(item, numbers.size);
      return numbers.size - 1;
    },
  };
}

/** Whole numbers in as many bytes as they need, seven bits in each. */
function createWriter() {
  let buffer = new Uint8Array(256);
  let used = 0;
  const room = (more: number): void => {
    if (used + more <= buffer.length) return;
    const larger = new Uint8Array(2 * (used + more));
    larger.set(buffer.subarray(0, used));
    buffer = larger;
  };
  return {
    int(value: number): void {
      room(8);
      let rest = value;
      while (rest >= 128) {
        buffer[used++] = (rest % 128) + 128;
        rest = Math.floor(rest / 128);
      }
      buffer[used++] = rest;
    },
    bytes(bytes: Uint8Array): void {
      room(bytes.length);
      buffer.set(bytes, used);
      used += bytes.length;
    },
    written: (): Uint8Array => buffer.slice(0, used),
  };
}
