import { useAwsServer } from '../testing/useAwsServer';

const ROLE = 'arn:aws:iam::123456789012:role/team';
const SUBJECT = 'system:serviceaccount:team-notebooks:user-ada';

describe('SdkTrailClient', () => {
  const { asked, replies, place, accounts } = useAwsServer();
  const client = () => accounts().trails(place());

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
    replies.push(page([refused], 'more'), page([given]));
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
    expect(asked[0].body).toMatchObject({
      LookupAttributes: [
        {
          AttributeKey: 'EventName',
          AttributeValue: 'AssumeRoleWithWebIdentity',
        },
      ],
      StartTime: Date.parse('2026-01-01T11:30:00Z') / 1000,
      MaxResults: 50,
    });
    expect(asked[1].body).toMatchObject({ NextToken: 'more' });
  });

  it('passes over what tells nothing about a role', async () => {
    replies.push(
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
      replies.push(page([given], `page-${count}`));
    }
    await expect(client().roleRequests(new Date(0))).resolves.toHaveLength(4);
    expect(asked).toHaveLength(4);
  });

  it('tells which right is missing', async () => {
    replies.push({
      status: 400,
      body: { __type: 'AccessDeniedException', message: 'No.' },
    });
    await expect(client().roleRequests(new Date(0))).rejects.toThrow(
      'Our AWS identity may not cloudtrail:LookupEvents',
    );
  });
});
