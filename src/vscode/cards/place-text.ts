import * as vscode from 'vscode';
import type { Place } from '../../core/presentation/place.ts';
import { escaped } from '../markdown.ts';

export const fileName = (path: string): string => decodeURIComponent(path.split('/').at(-1) ?? path);

export const placeText = ({ path, outlet, date, time, line }: Place): string =>
  [outlet ?? fileName(path), date, time, vscode.l10n.t('line {0}', line)]
    .filter((part) => part !== null)
    .join(', ');

/** As Markdown. */
export const cite = (place: Place): string => escaped(placeText(place));
