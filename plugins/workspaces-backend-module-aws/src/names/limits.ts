/** Longest name of a role. Source: IAM user guide, "IAM and STS character limits". @public */
export const MAX_ROLE_NAME_LENGTH = 64;

/** Longest path of a role, its slashes included. Source: as above. @public */
export const MAX_ROLE_PATH_LENGTH = 512;
