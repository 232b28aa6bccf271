// Run as a process: `SIDECAR NAME COUNT LENGTH`. Writes so many notes, one after another, and says each that is written.
import { describeSpan } from '../../src/core/anchors/describe.ts';
import { applyOperation } from '../../src/core/sidecar/edit.ts';
import { changeSidecar } from '../../src/files/sidecar-file.ts';

const [, , sidecar = '', name = '', count = '', length = ''] = process.argv;
const selectors = describeSpan('The ferry to Sollum is late.', { start: 4, end: 9 });
const time = '2026-01-05T10:00:00Z';

async function write(id: string): Promise<void> {
  await changeSidecar(sidecar, (text) => {
    const result = applyOperation(text, {
      kind: 'addAnnotation',
      annotation: {
        ...{ id, author: name, created: time, modified: time, status: 'open', tags: [], confidence: null },
        ...{ note: `${id} ${'x'.repeat(Number(length))}`, replies: [], selectors },
      },
    });
    if (result.kind === 'refused') throw new Error(result.problem.message);
    return result.text;
  });
  process.stdout.write(`${id}\n`);
}

async function main(): Promise<void> {
  for (let i = 0; i < Number(count); i++) await write(`a-${name}-${i}`);
}

void main();
