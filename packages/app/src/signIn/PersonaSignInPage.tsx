import {
  Content,
  Header,
  Page,
  Progress,
  ResponseErrorPanel,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { PersonaCard } from './PersonaCard';
import type { Persona } from './readPersonas';
import { usePersonaSignIn } from './usePersonaSignIn';

type PersonaSignInPageProps = SignInPageProps & {
  readonly personas: readonly Persona[];
};

/** Sign-in without a password, for development: one card per persona. */
export const PersonaSignInPage = ({
  personas,
  onSignInSuccess,
}: PersonaSignInPageProps) => {
  const title =
    useApi(configApiRef).getOptionalString('app.title') ?? 'Backstage';
  const { signIn, loading, error } = usePersonaSignIn({
    personas,
    onSignInSuccess,
  });

  return (
    <Page themeId="home">
      <Header title={title} subtitle="Who do you want to be?" />
      <Content>
        <Typography variant="body1" paragraph>
          <strong>For development only.</strong> Each card signs you in as an
          example person of the catalog, without a password. In production the
          backend refuses this page, and people sign in with the company's
          provider.
        </Typography>
        {error && (
          <ResponseErrorPanel title="Could not sign in" error={error} />
        )}
        {loading && <Progress />}
        <Grid container spacing={3} component="ul" style={{ padding: 0 }}>
          {personas.map(persona => (
            <Grid
              item
              xs={12}
              sm={6}
              md={4}
              component="li"
              key={persona.id}
              style={{ listStyle: 'none' }}
            >
              <PersonaCard
                persona={persona}
                disabled={loading}
                onSelect={signIn}
              />
            </Grid>
          ))}
        </Grid>
      </Content>
    </Page>
  );
};
