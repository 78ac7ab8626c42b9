/**
 * What browsers and backends share about team workspaces: types, name rules, roles, permissions, error codes
 * and the client of the API.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './constants';
export * from './errors';
export * from './names';
export * from './permissions';
export * from './roles';
