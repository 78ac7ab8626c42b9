import { useTheme } from '@material-ui/core/styles';
import { useMessages } from '../hooks/useMessages';

/** Three empty boxes: the namespaces that a workspace would have. */
export function EmptyPicture() {
  const t = useMessages();
  const { palette } = useTheme();
  const line = { fill: 'none', stroke: palette.text.secondary, strokeWidth: 2 };
  return (
    <svg
      width="176"
      height="96"
      viewBox="0 0 176 96"
      role="img"
      aria-label={t('list.empty.picture')}
    >
      <rect
        x="2"
        y="2"
        width="172"
        height="92"
        rx="8"
        {...line}
        strokeDasharray="6 6"
      />
      {[18, 68, 118].map(x => (
        <g key={x}>
          <rect x={x} y="28" width="40" height="40" rx="4" {...line} />
          <path d={`M${x} 40h40`} {...line} />
        </g>
      ))}
    </svg>
  );
}
