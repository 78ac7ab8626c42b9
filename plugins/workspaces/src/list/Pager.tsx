import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { useLanguage } from '../hooks/useLanguage';
import { useMessages } from '../hooks/useMessages';
import { PAGE_SIZE } from './listQuery';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    padding: theme.spacing(1),
  },
}));

/** Goes through the pages of a long list; nothing when there is one page only. */
export function Pager(props: {
  readonly page: number;
  readonly totalItems: number;
  readonly onChange: (page: number) => void;
}) {
  const { page, totalItems, onChange } = props;
  const classes = useStyles();
  const t = useMessages();
  const number = new Intl.NumberFormat(useLanguage());
  if (totalItems <= PAGE_SIZE && page === 0) {
    return null;
  }
  const from = page * PAGE_SIZE;
  return (
    <nav className={classes.root}>
      <Typography variant="body2" role="status">
        {t('list.shown', {
          from: number.format(Math.min(from + 1, totalItems)),
          to: number.format(Math.min(from + PAGE_SIZE, totalItems)),
          total: number.format(totalItems),
        })}
      </Typography>
      <IconButton
        size="small"
        disabled={page === 0}
        aria-label={t('list.previousPage')}
        onClick={() => onChange(page - 1)}
      >
        <ChevronLeftIcon />
      </IconButton>
      <IconButton
        size="small"
        disabled={from + PAGE_SIZE >= totalItems}
        aria-label={t('list.nextPage')}
        onClick={() => onChange(page + 1)}
      >
        <ChevronRightIcon />
      </IconButton>
    </nav>
  );
}
