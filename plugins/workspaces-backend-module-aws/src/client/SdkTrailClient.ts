import {
  paginateLookupEvents,
  type CloudTrailClient,
} from '@aws-sdk/client-cloudtrail';
import { z } from 'zod';
import { toOptions } from './sdkShapes';
import { toAwsError } from './toAwsError';
import type { RoleRequest, TrailClient } from './TrailClient';

/** Events of one answer, as many as AWS gives, and answers read at most: AWS allows two a second in an account. */
const PAGE_SIZE = 50;
const MAX_PAGES = 4;

const event = z.object({
  eventTime: z.string(),
  errorCode: z.string().optional(),
  errorMessage: z.string().optional(),
  requestParameters: z.object({ roleArn: z.string().optional() }).nullish(),
  userIdentity: z.object({ userName: z.string().optional() }).optional(),
});

/** Asks the CloudTrail of one account and region through the SDK. */
export class SdkTrailClient implements TrailClient {
  readonly #account: string;
  readonly #cloudTrail: () => Promise<CloudTrailClient>;

  constructor(options: {
    readonly account: string;
    readonly cloudTrail: () => Promise<CloudTrailClient>;
  }) {
    this.#account = options.account;
    this.#cloudTrail = options.cloudTrail;
  }

  roleRequests: TrailClient['roleRequests'] = async (since, control) => {
    try {
      const pages = paginateLookupEvents(
        { client: await this.#cloudTrail(), pageSize: PAGE_SIZE },
        {
          LookupAttributes: [
            {
              AttributeKey: 'EventName',
              AttributeValue: 'AssumeRoleWithWebIdentity',
            },
          ],
          StartTime: since,
        },
        toOptions(control),
      );
      const requests: RoleRequest[] = [];
      let read = 0;
      for await (const { Events = [] } of pages) {
        requests.push(
          ...Events.flatMap(({ CloudTrailEvent: text }) => toRequest(text)),
        );
        read += 1;
        if (read === MAX_PAGES) {
          break;
        }
      }
      return requests;
    } catch (error) {
      throw toAwsError(
        {
          action: 'cloudtrail:LookupEvents',
          subject: 'the trail',
          account: this.#account,
        },
        error,
      );
    }
  };
}

/** None for an event of another shape, which says nothing about a role. */
function toRequest(text: string | undefined): RoleRequest[] {
  const parsed = event.safeParse(parse(text));
  const roleArn = parsed.data?.requestParameters?.roleArn;
  if (!parsed.success || !roleArn) {
    return [];
  }
  const { eventTime, errorCode, errorMessage, userIdentity } = parsed.data;
  return [
    {
      at: eventTime,
      roleArn,
      subject: userIdentity?.userName ?? '',
      ...(errorCode && {
        refusal: [errorCode, errorMessage].filter(Boolean).join(': '),
      }),
    },
  ];
}

function parse(text = ''): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
