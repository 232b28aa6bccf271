import { ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './runner.ts';

test('the extension is there and activates', async () => {
  const extension = vscode.extensions.getExtension('counterpoint.counterpoint');
  ok(extension, 'not installed');
  await extension.activate();
  ok(extension.isActive);
});
