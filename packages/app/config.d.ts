export interface Config {
  app?: {
    /** How people sign in when no personas are configured. */
    signIn?: {
      /**
       * A provider of `auth.providers`, for example `oidc`, `github` or, behind an authenticating
       * proxy, `oauth2Proxy`.
       *
       * @visibility frontend
       */
      provider?: string;
      /**
       * What to call the provider on screen.
       *
       * @visibility frontend
       */
      title?: string;
    };
  };

  auth?: {
    providers?: {
      /** Sign-in without a password, in development only. */
      personas?: {
        development?: {
          /**
           * People to sign in as.
           *
           * @deepVisibility frontend
           */
          users: Array<{
            /** Names the persona in requests. */
            id: string;
            /** A User of the catalog. */
            entityRef: string;
            displayName: string;
            /** The part this person plays. */
            title: string;
            /** What this person can do. */
            description: string;
          }>;
        };
      } | null;
    };
  };
}
