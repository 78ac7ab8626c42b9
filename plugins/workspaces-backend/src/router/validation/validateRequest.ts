import type { FieldProblem } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { ErrorRequestHandler, Handler, Request } from 'express';
import { middleware as openApiValidator } from 'express-openapi-validator';
import { spec } from '../../schema/openapi/generated';
import { asBody } from '../../service/request/checkField';
import { checkRequest } from '../../service/request/checkRequest';
import type { RequestRules } from '../../service/request/RequestRules';
import { validationFailed } from '../../service/RequestError';
import { schemaProblems } from './schemaProblems';

type ValidatorOptions = Parameters<typeof openApiValidator>[0];

/** What the OpenAPI validator tells about the operation of a request. */
interface Operation {
  readonly pathParams: Readonly<Record<string, string>>;
  readonly schema: {
    readonly operationId?: string;
    readonly requestBody?: object;
  };
}

/**
 * Checks requests against the OpenAPI document and the rules beyond it, and reports everything that is wrong in
 * one answer. Requests that the document does not know pass, to end as not found.
 */
export function validateRequest(
  rules: RequestRules,
): (Handler | ErrorRequestHandler)[] {
  const checkBySchema: Handler[] = openApiValidator({
    apiSpec: spec as unknown as ValidatorOptions['apiSpec'],
    validateRequests: {
      coerceTypes: false,
      allowUnknownQueryParameters: false,
      allErrors: true,
    },
    validateResponses: false,
    useRequestUrl: true,
    ignoreUndocumented: true,
  }) as unknown as Handler[];
  const refuse = (problems: FieldProblem[], request: Request) => {
    const fields = new Set(problems.map(({ field }) => field));
    const all = [
      ...problems,
      ...rulesBroken(request, rules).filter(({ field }) => !fields.has(field)),
    ];
    return all.length > 0 ? validationFailed(all) : undefined;
  };
  const checkByRules: Handler = (request, _response, next) =>
    next(refuse([], request));
  const refuseBySchema: ErrorRequestHandler = (
    error,
    request,
    _response,
    next,
  ) => {
    const problems = schemaProblems(error);
    next(problems ? refuse(problems, request) : error);
  };
  return [...checkBySchema, checkByRules, refuseBySchema];
}

function rulesBroken(request: Request, rules: RequestRules): FieldProblem[] {
  const operation = (request as Request & { openapi?: Operation }).openapi;
  if (!operation?.schema) {
    return [];
  }
  const { schema, pathParams } = operation;
  return schema.requestBody
    ? checkRequest(schema.operationId ?? '', request.body, rules, pathParams)
    : Object.keys(asBody(request.body)).map(unknownField);
}

function unknownField(field: string): FieldProblem {
  return {
    field,
    rule: 'unknown-field',
    message: `There is no field "${field}".`,
  };
}
