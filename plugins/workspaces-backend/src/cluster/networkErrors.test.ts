import { ClusterError } from '@team-workspaces/backstage-plugin-workspaces-node';
import { isConnectionReset, toNetworkError } from './networkErrors';

const about = { cluster: 'production', verb: 'read the version' };

function withCode(code: string): Error {
  return Object.assign(new Error('failed'), { code });
}

describe('toNetworkError', () => {
  it.each([
    ['ECONNREFUSED', 'ClusterUnreachable', 'could not be reached'],
    ['ENOTFOUND', 'ClusterUnreachable', 'could not be reached'],
    ['EAI_AGAIN', 'ClusterUnreachable', 'could not be reached'],
    ['UND_ERR_CONNECT_TIMEOUT', 'ClusterUnreachable', 'could not be reached'],
    ['ECONNRESET', 'ClusterUnreachable', 'closed the connection'],
    ['UND_ERR_SOCKET', 'ClusterUnreachable', 'closed the connection'],
    ['UND_ERR_HEADERS_TIMEOUT', 'RequestTimeout', 'did not answer in time'],
    ['UND_ERR_BODY_TIMEOUT', 'RequestTimeout', 'did not answer in time'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'ClusterUnreachable', 'caData'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'ClusterUnreachable', 'caData'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ClusterUnreachable', 'caData'],
    ['CERT_HAS_EXPIRED', 'ClusterUnreachable', 'could not be trusted'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'ClusterUnreachable', 'certificate'],
  ])('should call %s %s', (code, reason, sentence) => {
    const cause = withCode(code);
    const error = toNetworkError(about, cause);
    expect(error).toMatchObject({ reason, cause, transient: true });
    expect(error.message).toContain('The cluster "production"');
    expect(error.message).toContain(sentence);
    expect(error.message).toContain(code);
    expect(error.message).toContain('read the version');
  });

  it('should find the code of several failed addresses', () => {
    const error = new AggregateError([withCode('ECONNREFUSED')]);
    expect(toNetworkError(about, error).message).toContain('ECONNREFUSED');
  });

  it('should leave errors alone that are explained already', () => {
    const error = new ClusterError({ reason: 'ObjectInvalid', message: 'no' });
    expect(toNetworkError(about, error)).toBe(error);
  });
});

describe('isConnectionReset', () => {
  it('should tell broken connections from refused ones', () => {
    expect(isConnectionReset(withCode('ECONNRESET'))).toBe(true);
    expect(isConnectionReset(withCode('EPIPE'))).toBe(true);
    expect(isConnectionReset(withCode('ECONNREFUSED'))).toBe(false);
    expect(isConnectionReset('ECONNRESET')).toBe(false);
  });
});
