import type { JsonObject } from '@backstage/types';
import type { FieldProblem } from './fieldProblems';
import { qualifiedName, type ResourceType } from './ResourceType';
import { StatusError, type StatusCause } from './StatusError';

type Named = Pick<ResourceType, 'group' | 'resource'>;

function detailsOf(type: Named, name?: string, causes?: StatusCause[]) {
  const details: JsonObject = {};
  if (name) details.name = name;
  if (type.group) details.group = type.group;
  details.kind = type.resource;
  if (causes?.length) details.causes = causes;
  return details;
}

export function badRequest(message: string): StatusError {
  return new StatusError({ code: 400, reason: 'BadRequest', message });
}

export function unauthorized(): StatusError {
  return new StatusError({
    code: 401,
    reason: 'Unauthorized',
    message: 'Unauthorized',
  });
}

export function forbidden(options: {
  type: Named;
  name?: string;
  message: string;
  causes?: StatusCause[];
}): StatusError {
  const { type, name = '', message, causes } = options;
  return new StatusError({
    code: 403,
    reason: 'Forbidden',
    message: `${qualifiedName(type)} "${name}" is forbidden: ${message}`,
    details: detailsOf(type, name, causes),
  });
}

export function notFound(type: Named, name: string): StatusError {
  return new StatusError({
    code: 404,
    reason: 'NotFound',
    message: `${qualifiedName(type)} "${name}" not found`,
    details: detailsOf(type, name),
  });
}

/** No such path, as opposed to no such object. */
export function unknownPath(): StatusError {
  return new StatusError({
    code: 404,
    reason: 'NotFound',
    message: 'the server could not find the requested resource',
    details: {},
  });
}

export function methodNotAllowed(): StatusError {
  return new StatusError({
    code: 405,
    reason: 'MethodNotAllowed',
    message: 'the server does not allow this method on the requested resource',
    details: {},
  });
}

export function alreadyExists(type: Named, name: string): StatusError {
  return new StatusError({
    code: 409,
    reason: 'AlreadyExists',
    message: `${qualifiedName(type)} "${name}" already exists`,
    details: detailsOf(type, name),
  });
}

export function conflict(
  type: Named,
  name: string,
  message: string,
): StatusError {
  return new StatusError({
    code: 409,
    reason: 'Conflict',
    message: `Operation cannot be fulfilled on ${qualifiedName(
      type,
    )} "${name}": ${message}`,
    details: detailsOf(type, name),
  });
}

/** The optimistic lock failed. */
export function modified(type: Named, name: string): StatusError {
  return conflict(
    type,
    name,
    'the object has been modified; please apply your changes to the latest version and try again',
  );
}

export function gone(message: string): StatusError {
  return new StatusError({ code: 410, reason: 'Expired', message });
}

export function unsupportedMediaType(): StatusError {
  return new StatusError({
    code: 415,
    reason: 'UnsupportedMediaType',
    message: '415: Unsupported Media Type',
    details: {},
  });
}

/** The object does not validate. Custom kinds are named by their resource, others by their kind. */
export function invalid(options: {
  type: Pick<ResourceType, 'group' | 'kind'> &
    Partial<Pick<ResourceType, 'resource' | 'custom'>>;
  name: string;
  problems: readonly FieldProblem[];
}): StatusError {
  const { type, name, problems } = options;
  const kind = (type.custom && type.resource) || type.kind;
  const texts = problems.map(problem => `${problem.field}: ${problem.message}`);
  const text = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  const details: JsonObject = {};
  if (name) details.name = name;
  if (type.group) details.group = type.group;
  details.kind = kind;
  details.causes = problems.map(({ reason, message, field }) => ({
    reason,
    message,
    field,
  }));
  return new StatusError({
    code: 422,
    reason: 'Invalid',
    message: `${
      type.group ? `${kind}.${type.group}` : kind
    } "${name}" is invalid: ${text}`,
    details,
  });
}
