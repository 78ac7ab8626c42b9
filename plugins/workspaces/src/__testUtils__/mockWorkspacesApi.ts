import { createApiMock } from '@backstage/frontend-test-utils';
import type { WorkspacesApi } from '@team-workspaces/backstage-plugin-workspaces-common';
import { workspacesApiRef } from '../api';
import { aList, aPlan, aWorkspace, someOptions, someUsage } from './fixtures';
import { anIamReport, aProof, aSync, someServiceAccounts } from './iam';
import { anImpact, someMembers } from './people';

function createMethods(): jest.Mocked<WorkspacesApi> {
  const methods: jest.Mocked<WorkspacesApi> = {
    listWorkspaces: jest.fn(),
    getWorkspace: jest.fn(),
    createWorkspace: jest.fn(),
    updateWorkspace: jest.fn(),
    retryWorkspace: jest.fn(),
    adoptNamespaces: jest.fn(),
    deleteWorkspace: jest.fn(),
    planWorkspace: jest.fn(),
    planCreation: jest.fn(),
    listActivity: jest.fn(),
    getActivityFilters: jest.fn(),
    getUsage: jest.fn(),
    checkId: jest.fn(),
    getOptions: jest.fn(),
    getHealth: jest.fn(),
    followWorkspace: jest.fn(),
    listMembers: jest.fn(),
    addMember: jest.fn(),
    changeMember: jest.fn(),
    removeMember: jest.fn(),
    previewMember: jest.fn(),
    transferWorkspace: jest.fn(),
    listServiceAccounts: jest.fn(),
    getIam: jest.fn(),
    setIam: jest.fn(),
    syncIam: jest.fn(),
    getIamProof: jest.fn(),
    checkIam: jest.fn(),
    explainAccess: jest.fn(),
    reportSignIn: jest.fn(),
  };
  methods.listWorkspaces.mockResolvedValue(aList([aWorkspace()]));
  methods.getWorkspace.mockResolvedValue(aWorkspace());
  methods.updateWorkspace.mockResolvedValue(aWorkspace());
  methods.retryWorkspace.mockResolvedValue(aWorkspace());
  methods.adoptNamespaces.mockResolvedValue(aWorkspace());
  methods.deleteWorkspace.mockResolvedValue(aWorkspace());
  methods.planWorkspace.mockResolvedValue(aPlan());
  methods.planCreation.mockResolvedValue(aPlan({ kind: 'create' }));
  methods.listActivity.mockResolvedValue({ items: [] });
  methods.getActivityFilters.mockResolvedValue({ actors: [], actions: [] });
  methods.getUsage.mockResolvedValue(someUsage());
  methods.checkId.mockImplementation(async id => ({
    id,
    available: true,
    problems: [],
    namespaces: [],
  }));
  methods.getOptions.mockResolvedValue(someOptions());
  methods.listMembers.mockResolvedValue(someMembers());
  methods.addMember.mockResolvedValue(someMembers({ revision: 8 }));
  methods.changeMember.mockResolvedValue(someMembers({ revision: 8 }));
  methods.removeMember.mockResolvedValue(someMembers({ revision: 8 }));
  methods.previewMember.mockResolvedValue(anImpact());
  methods.transferWorkspace.mockResolvedValue(aWorkspace());
  methods.listServiceAccounts.mockResolvedValue(someServiceAccounts());
  methods.getIam.mockResolvedValue(anIamReport());
  methods.setIam.mockResolvedValue(aWorkspace());
  methods.syncIam.mockResolvedValue(aSync());
  methods.getIamProof.mockResolvedValue(aProof());
  methods.checkIam.mockResolvedValue({ items: [] });
  methods.reportSignIn.mockResolvedValue({ reported: true });
  return methods;
}

/** A workspaces API that knows one active workspace, but for what is given. */
export const mockWorkspacesApi = createApiMock(workspacesApiRef, createMethods);

/** The mock, with each method to be scripted. */
export type MockWorkspacesApi = ReturnType<typeof mockWorkspacesApi>;
