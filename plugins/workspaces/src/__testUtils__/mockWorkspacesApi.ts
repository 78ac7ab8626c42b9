import { createApiMock } from '@backstage/frontend-test-utils';
import { workspacesApiRef } from '../api';
import {
  aList,
  aPlan,
  aWorkspace,
  someOptions,
  someUsage,
} from './fixtures';

/** A workspaces API that knows one active workspace, but for what is given. */
export const mockWorkspacesApi = createApiMock(workspacesApiRef, () => ({
  listWorkspaces: jest.fn(async () => aList([aWorkspace()])),
  getWorkspace: jest.fn(async () => aWorkspace()),
  createWorkspace: jest.fn(async () => aWorkspace()),
  updateWorkspace: jest.fn(async () => aWorkspace()),
  retryWorkspace: jest.fn(async () => aWorkspace()),
  adoptNamespaces: jest.fn(async () => aWorkspace()),
  deleteWorkspace: jest.fn(async () => aWorkspace()),
  planWorkspace: jest.fn(async () => aPlan()),
  planCreation: jest.fn(async () => aPlan({ kind: 'create' })),
  listActivity: jest.fn(async () => ({ items: [] })),
  getUsage: jest.fn(async () => someUsage()),
  checkId: jest.fn(async (id: string) => ({
    id,
    available: true,
    problems: [],
    namespaces: [],
  })),
  getOptions: jest.fn(async () => someOptions()),
  getHealth: jest.fn(),
  followWorkspace: jest.fn(),
}));

/** The mock, with each method to be scripted. */
export type MockWorkspacesApi = ReturnType<typeof mockWorkspacesApi>;
