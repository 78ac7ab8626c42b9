import type { IncomingMessage } from 'node:http';

/** A request to AWS, as far as what goes wrong depends on it. */
export interface AwsCall {
  /** Such as `CreateRole`; of EKS method and path, such as `POST /clusters/…`. */
  readonly action: string;
  /** Name of the role that it is about; empty for none. */
  readonly role: string;
  readonly writes: boolean;
  /** EKS answers with JSON, IAM and STS with XML. */
  readonly isEks: boolean;
}

/** An answer of AWS. */
export interface AwsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Reads what a request asks for. */
export function readCall(
  { method = '', url = '' }: Pick<IncomingMessage, 'method' | 'url'>,
  body: string,
): AwsCall {
  if (/^\/(clusters|tags)\b/.test(url)) {
    const { roleArn = '' } = body ? JSON.parse(body) : {};
    return {
      action: `${method} ${url}`,
      role: String(roleArn).split('/').at(-1) ?? '',
      writes: method !== 'GET',
      isEks: true,
    };
  }
  const form = new URLSearchParams(body);
  const action = form.get('Action') ?? '';
  return {
    action,
    role: form.get('RoleName') ?? '',
    writes: !/^(Get|List)/.test(action),
    isEks: false,
  };
}

/** How AWS refuses a request. */
export function refuse(
  { isEks }: Pick<AwsCall, 'isEks'>,
  status: number,
  code: string,
  message: string,
): AwsAnswer {
  return isEks
    ? {
        status,
        headers: {
          'content-type': 'application/json',
          'x-amzn-errortype': `${code}Exception`,
        },
        body: JSON.stringify({ message }),
      }
    : {
        status,
        headers: { 'content-type': 'text/xml' },
        body: `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>0</RequestId></ErrorResponse>`,
      };
}

/** How AWS refuses to use a role that it does not know yet. */
export function refuseRole(call: AwsCall): AwsAnswer {
  return call.isEks
    ? refuse(
        call,
        400,
        'InvalidParameter',
        'Role provided in the request does not exist.',
      )
    : refuse(call, 404, 'NoSuchEntity', `Role ${call.role} not found.`);
}
