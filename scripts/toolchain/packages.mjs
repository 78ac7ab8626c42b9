/** The npm package that holds Yarn, which needs no installation of its own. */
export const yarnPackage = { name: '@yarnpkg/cli-dist', version: '4.13.0' };

const NODE_MAJOR = '24';
const SUPPORTED_MAJORS = [22, 24];
const PLATFORM_NAMES = { linux: 'linux', darwin: 'darwin', win32: 'win' };
const SUPPORTED_ARCHITECTURES = ['x64', 'arm64'];

/**
 * The npm package that holds a Node for a platform, with its headers.
 *
 * @param platform - as in `process.platform`
 * @param arch - as in `process.arch`
 */
export function nodePackage({ platform, arch }) {
  const name = PLATFORM_NAMES[platform];
  if (!name || !SUPPORTED_ARCHITECTURES.includes(arch)) {
    throw new Error(
      `There is no Node package for ${platform} on ${arch}: install Node ${NODE_MAJOR} and start again`,
    );
  }
  return { name: `node-${name}-${arch}`, version: NODE_MAJOR };
}

/**
 * Whether a Node can run Backstage.
 *
 * @param version - as in `process.versions.node`
 */
export function isSupportedNode(version) {
  return SUPPORTED_MAJORS.includes(Number(version.split('.')[0]));
}

/** Whether a Yarn, by its own version, can install this repository. */
export function isSupportedYarn(version) {
  return version.startsWith('4.');
}
