import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import CardActions from '@material-ui/core/CardActions';
import CardContent from '@material-ui/core/CardContent';
import CardHeader from '@material-ui/core/CardHeader';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Persona } from './readPersonas';

const useStyles = makeStyles({
  root: { height: '100%', display: 'flex', flexDirection: 'column' },
  content: { flexGrow: 1 },
});

type PersonaCardProps = {
  readonly persona: Persona;
  readonly disabled: boolean;
  readonly onSelect: (persona: Persona) => void;
};

/** Who a persona is, what they can do, and a button that signs in as them. */
export const PersonaCard = (props: PersonaCardProps) => {
  const { persona, disabled, onSelect } = props;
  const classes = useStyles();
  return (
    <Card className={classes.root}>
      <CardHeader
        title={persona.title}
        titleTypographyProps={{ variant: 'h5', component: 'h2' }}
        subheader={persona.displayName}
      />
      <CardContent className={classes.content}>
        <Typography variant="body2">{persona.description}</Typography>
      </CardContent>
      <CardActions>
        <Button
          color="primary"
          variant="outlined"
          disabled={disabled}
          onClick={() => onSelect(persona)}
        >
          Sign in as {persona.displayName}
        </Button>
      </CardActions>
    </Card>
  );
};
