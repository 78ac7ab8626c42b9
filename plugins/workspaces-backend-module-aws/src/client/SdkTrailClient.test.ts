import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsAccounts } from './AwsAccounts';

const ROLE = 'arn:aws:iam::123456789012:role/team';
const SUBJECT = 'system:serviceaccount:team-notebooks:user-ada';

describe('SdkTrailClient', () => {
  const asked: Record<string, unknown>[] = [];
  const answers: { status: number; body: unknown }[] = [];
  let server: Server;

  const client = () =>
    new AwsAccounts({
      credentials: {
        getCredentialProvider: async () => ({
          sdkCredentialProvider: async () => ({
            accessKeyId: 'key',
            secretAccessKey: 'secret',
          }),
        }),
      },
    }).trails({
      account: '123456789012',
      region: 'eu-west-1',
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    });

  beforeEach(async () => {
    asked.length = 0;
    answers.length = 0;
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      asked.push(JSON.parse(Buffer.concat(chunks).toString()));
      const { status, body } = answers.shift() ?? { status: 500, body: {} };
      response.writeHead(status, {
        'content-type': 'application/x-amz-json-1.1',
      });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const page = (events: unknown[], NextToken?: string) => ({
    status: 200,
    body: {
      Events: events.map(one => ({
        CloudTrailEvent: typeof one === 'string' ? one : JSON.stringify(one),
      })),
      NextToken,
    },
  });
  const given = {
    eventTime: '2026-01-01T12:00:00Z',
    requestParameters: { roleArn: ROLE },
    userIdentity: { type: 'WebIdentityUser', userName: SUBJECT },
  };
  const refused = {
    ...given,
    errorCode: 'AccessDenied',
    errorMessage: 'Not authorized',
  };

  it('reads who asked for roles, and what AWS answered, page by page', async () => {
    answers.push(page([refused], 'more'), page([given]));
    await expect(
      client().roleRequests(new Date('2026-01-01T11:30:00Z')),
    ).resolves.toEqual([
      {
        at: '2026-01-01T12:00:00Z',
        roleArn: ROLE,
        subject: SUBJECT,
        refusal: 'AccessDenied: Not authorized',
      },
      { at: '2026-01-01T12:00:00Z', roleArn: ROLE, subject: SUBJECT },
    ]);
    expect(asked[0]).toMatchObject({
      LookupAttributes: [
        {
          AttributeKey: 'EventName',
          AttributeValue: 'AssumeRoleWithWebIdentity',
        },
      ],
      StartTime: Date.parse('2026-01-01T11:30:00Z') / 1000,
      MaxResults: 50,
    });
    expect(asked[1]).toMatchObject({ NextToken: 'more' });
  });

  it('passes over what tells nothing about a role', async () => {
    answers.push(
      page([
        'no JSON',
        { eventTime: '2026-01-01T12:00:00Z', requestParameters: null },
        { ...given, userIdentity: undefined },
      ]),
    );
    await expect(client().roleRequests(new Date(0))).resolves.toEqual([
      { at: '2026-01-01T12:00:00Z', roleArn: ROLE, subject: '' },
    ]);
  });

  it('reads no more than some pages', async () => {
    for (let count = 0; count < 10; count += 1) {
      answers.push(page([given], `page-${count}`));
    }
    await expect(client().roleRequests(new Date(0))).resolves.toHaveLength(4);
    expect(asked).toHaveLength(4);
  });

  it('tells which right is missing', async () => {
    answers.push({
      status: 400,
      body: { __type: 'AccessDeniedException', message: 'No.' },
    });
    await expect(client().roleRequests(new Date(0))).rejects.toThrow(
      'Our AWS identity may not cloudtrail:LookupEvents',
    );
  });
});
