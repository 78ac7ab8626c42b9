import {
  normalisePolicy,
  type PolicyDocument,
  type PolicyStatement,
} from '../policies';

/** Sids that our renderers give, in this version or with another configuration. */
const OWN_SID =
  /^(AssumeByServiceAccounts|AssumeByPodIdentity|ListPrefix|LocateBucket|WriteObjects|ListExtraPrefixes\d+|ReadExtraObjects|WriteExtraObjects|ReadGlueCatalog|UseKeyThroughS3)$/;

/** Statements of a live policy that somebody else put there: by their Sid, and not equal to one of ours. */
export function foreignStatements(
  rendered: PolicyDocument,
  live: PolicyDocument | undefined,
): PolicyStatement[] {
  const own = new Set(statementsOf(rendered).map(contentOf));
  return (live ? statementsOf(live) : []).filter(
    statement =>
      !(statement.Sid && OWN_SID.test(statement.Sid)) &&
      !own.has(contentOf(statement)),
  );
}

/** What is written: our statements as rendered, and those of others as they are, which are never dropped. */
export function withForeignStatements(
  rendered: PolicyDocument,
  live: PolicyDocument | undefined,
): PolicyDocument {
  return {
    ...rendered,
    Statement: [
      ...statementsOf(rendered),
      ...foreignStatements(rendered, live),
    ],
  };
}

function statementsOf({ Statement }: PolicyDocument): PolicyStatement[] {
  return [Statement].flat();
}

function contentOf(statement: PolicyStatement): string {
  return JSON.stringify(normalisePolicy({ Statement: statement }));
}
