// Compiles the tagger's arithmetic: npm run kernel
import { writeFileSync } from 'node:fs';
import { compileKernel } from './lib/kernel.mjs';
import { inRoot } from './lib/paths.mjs';

const base64 = compileKernel().toString('base64');
writeFileSync(
  inRoot('src', 'core', 'mentions', 'tagger', 'tagger-kernel.generated.ts'),
  `// Compiled from src/kernel/tagger.ts: npm run kernel\nexport const KERNEL =\n  '${base64}';\n`,
);
