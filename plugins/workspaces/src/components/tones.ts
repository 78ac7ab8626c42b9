import { darken, type Theme } from '@material-ui/core/styles';
import type { Tone } from '../format/phases';

/**
 * The colour of a tone in the present theme, with at least 3:1 against its paper; never used for text, which
 * stays in the colour of text.
 */
export function toneColor(theme: Theme, tone: Tone): string {
  const { palette } = theme;
  const dark = palette.type === 'dark';
  switch (tone) {
    case 'ok':
      return dark ? palette.success.light : palette.success.dark;
    case 'working':
      return dark ? palette.info.light : palette.info.dark;
    case 'warning':
      // The dark orange of the palette alone stays below 3:1 on white.
      return dark ? palette.warning.light : darken(palette.warning.dark, 0.2);
    case 'error':
      return dark ? palette.error.light : palette.error.dark;
    default:
      return palette.text.secondary;
  }
}
