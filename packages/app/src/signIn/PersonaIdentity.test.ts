import { PersonaIdentity } from './PersonaIdentity';

const discoveryApi = { getBaseUrl: async () => 'http://backend/api/auth' };
const identity = {
  type: 'user',
  userEntityRef: 'user:default/dana',
  ownershipEntityRefs: ['user:default/dana', 'group:default/team-ds'],
};

function answer(token: string, expiresInSeconds?: number) {
  return Response.json({
    profile: { displayName: 'Dana Developer' },
    backstageIdentity: { token, expiresInSeconds, identity },
  });
}

function signIn(onSignOut = () => {}) {
  return PersonaIdentity.signIn({
    discoveryApi,
    persona: 'dev & ops',
    onSignOut,
  });
}

describe('PersonaIdentity', () => {
  const fetchMock = jest.spyOn(global, 'fetch');

  beforeEach(() => {
    jest.useFakeTimers();
    fetchMock.mockReset();
  });
  afterAll(() => {
    jest.useRealTimers();
    fetchMock.mockRestore();
  });

  it('should sign in as the named persona', async () => {
    fetchMock.mockResolvedValueOnce(answer('one', 3600));
    const persona = await signIn();
    expect(fetchMock.mock.calls[0][0]).toBe(
      'http://backend/api/auth/personas/refresh?persona=dev%20%26%20ops',
    );
    expect(await persona.getCredentials()).toEqual({ token: 'one' });
    expect(await persona.getBackstageIdentity()).toEqual(identity);
    expect(await persona.getProfileInfo()).toEqual({
      displayName: 'Dana Developer',
    });
    expect(fetchMock).toHaveBeenCalledTimes(1);
  });

  it('should fail with what the backend says', async () => {
    fetchMock.mockResolvedValueOnce(
      Response.json(
        { error: { name: 'NotFoundError', message: 'No such persona' } },
        { status: 404 },
      ),
    );
    await expect(signIn()).rejects.toThrow(/404/);
  });

  it('should renew the token before it ends, with one request for all callers', async () => {
    fetchMock.mockResolvedValueOnce(answer('one', 3600));
    const persona = await signIn();
    jest.advanceTimersByTime(54 * 60_000);
    expect(await persona.getCredentials()).toEqual({ token: 'one' });

    jest.advanceTimersByTime(2 * 60_000);
    fetchMock.mockResolvedValueOnce(answer('two', 3600));
    expect(
      await Promise.all([persona.getCredentials(), persona.getCredentials()]),
    ).toEqual([{ token: 'two' }, { token: 'two' }]);
    expect(fetchMock).toHaveBeenCalledTimes(2);
  });

  it('should try again after a renewal that failed', async () => {
    fetchMock.mockResolvedValueOnce(answer('one', 3600));
    const persona = await signIn();
    jest.advanceTimersByTime(60 * 60_000);
    fetchMock.mockRejectedValueOnce(new TypeError('fetch failed'));
    await expect(persona.getCredentials()).rejects.toThrow('fetch failed');

    fetchMock.mockResolvedValueOnce(answer('two', 3600));
    expect(await persona.getCredentials()).toEqual({ token: 'two' });
  });

  it('should tell when it signs out', async () => {
    fetchMock.mockResolvedValueOnce(answer('one'));
    const onSignOut = jest.fn();
    const persona = await signIn(onSignOut);
    expect(onSignOut).not.toHaveBeenCalled();
    await persona.signOut();
    expect(onSignOut).toHaveBeenCalledTimes(1);
  });
});
