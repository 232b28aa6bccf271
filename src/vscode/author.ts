import * as vscode from 'vscode';

/** The part of the built-in git extension's API that is used here (extensions/git/src/api/git.d.ts). */
interface GitExports {
  getAPI(version: 1): {
    getRepository(uri: vscode.Uri): GitRepository | null;
    openRepository?(root: vscode.Uri): Promise<GitRepository | null>;
  };
}
interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

/**
 * Who annotates: the setting `counterpoint.author`, else git's `user.name`, else the analyst is asked once.
 * Undefined when she does not say.
 */
export async function authorFor(article: vscode.Uri): Promise<string | undefined> {
  const configuration = vscode.workspace.getConfiguration('counterpoint', article);
  const set = configuration.get('author', '').trim();
  return set || (await gitUser(article)) || ask(configuration);
}

async function gitUser(article: vscode.Uri): Promise<string | undefined> {
  const git = vscode.extensions.getExtension<GitExports>('vscode.git');
  if (!git) return undefined;
  try {
    const api = (git.isActive ? git.exports : await git.activate()).getAPI(1);
    const folder = vscode.workspace.getWorkspaceFolder(article)?.uri;
    const repository = api.getRepository(article) ?? (folder && (await api.openRepository?.(folder)));
    if (!repository) return undefined;
    return (await configured(repository, 'getConfig')) || (await configured(repository, 'getGlobalConfig'));
  } catch {
    // Git is switched off, or is not installed: the analyst can still say who she is.
    return undefined;
  }
}

/** Git reports a key that is not set as a failure. */
const configured = (repository: GitRepository, level: 'getConfig' | 'getGlobalConfig'): Promise<string> =>
  repository[level]('user.name').then(
    (name) => name.trim(),
    () => '',
  );

async function ask(configuration: vscode.WorkspaceConfiguration): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Your name'),
    prompt: vscode.l10n.t(
      'It stands beside your notes and decisions, so that colleagues know whose they are. You are asked only once.',
    ),
    ignoreFocusOut: true,
  });
  const author = name?.trim();
  if (!author) return undefined;
  await configuration.update('author', author, vscode.ConfigurationTarget.Global);
  return author;
}
