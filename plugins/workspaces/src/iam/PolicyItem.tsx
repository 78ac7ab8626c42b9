import Button from '@material-ui/core/Button';
import Collapse from '@material-ui/core/Collapse';
import { makeStyles } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import type { PolicyView } from '@team-workspaces/backstage-plugin-workspaces-common';
import { useState } from 'react';
import { JsonBlock, QuotaBar, StateText } from '../components';
import { useLanguage } from '../hooks/useLanguage';
import { useMessages } from '../hooks/useMessages';
import { documentParts, hasStatement, samePolicy } from './statements';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(0.75),
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    minWidth: 0,
  },
  size: {
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, 240px) auto',
    alignItems: 'center',
    justifyContent: 'start',
    gap: theme.spacing(1.5),
  },
}));

/** One policy: its size, whether AWS has it like this, and the document. */
export function PolicyItem(props: { readonly policy: PolicyView }) {
  const { kind, document, liveDocument, size } = props.policy;
  const classes = useStyles();
  const t = useMessages();
  const number = new Intl.NumberFormat(useLanguage());
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<'rendered' | 'live'>('rendered');
  const name = t(`iam.policy.${kind}`);
  const live = chosen === 'live' && liveDocument;
  const [shown, other] = live
    ? [live, document]
    : [document, liveDocument ?? document];
  const sizeText = t('iam.policies.sizeOf', {
    size: number.format(size.size),
    limit: number.format(size.limit),
  });
  const comparison = () => {
    if (!liveDocument) {
      return { tone: 'muted', text: t('iam.policies.notRead') } as const;
    }
    return samePolicy(document, liveDocument)
      ? ({ tone: 'ok', text: t('iam.policies.same') } as const)
      : ({ tone: 'warning', text: t('iam.policies.differs') } as const);
  };
  return (
    <div className={classes.root}>
      <Typography variant="subtitle2" component="h4">
        {name}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t(`iam.policy.${kind}Explain`)}
      </Typography>
      <div className={classes.size}>
        <QuotaBar
          ratio={size.size / size.limit}
          label={t('iam.policies.sizeLabel', { policy: name })}
          valueText={sizeText}
        />
        <span>
          {sizeText} (
          {t(
            size.limitSource === 'account'
              ? 'iam.policies.limitAccount'
              : 'iam.policies.limitDocumented',
          )}
          )
        </span>
      </div>
      <StateText {...comparison()} />
      <div>
        <Button
          size="small"
          aria-expanded={open}
          onClick={() => setOpen(value => !value)}
        >
          {t(open ? 'iam.policies.hide' : 'iam.policies.show', {
            policy: name,
          })}
        </Button>
      </div>
      <Collapse in={open} unmountOnExit>
        {liveDocument && (
          <Tabs
            value={chosen}
            onChange={(_, next: 'rendered' | 'live') => setChosen(next)}
            aria-label={t('iam.policies.which')}
            indicatorColor="primary"
            textColor="primary"
          >
            <Tab value="rendered" label={t('iam.policies.rendered')} />
            <Tab value="live" label={t('iam.policies.live')} />
          </Tabs>
        )}
        <JsonBlock
          what={name}
          parts={documentParts(shown).map(({ text, statement }) => ({
            text,
            mark:
              statement !== undefined && !hasStatement(other, statement)
                ? t('iam.policies.marked')
                : undefined,
          }))}
        />
      </Collapse>
    </div>
  );
}
