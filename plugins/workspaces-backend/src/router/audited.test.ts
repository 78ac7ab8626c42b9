import { mockServices } from '@backstage/backend-test-utils';
import type { Request } from 'express';
import { audited } from './audited';

describe('audited', () => {
  const start = () => {
    const event = { success: jest.fn(), fail: jest.fn() };
    const auditor = mockServices.auditor.mock({
      createEvent: jest.fn(async () => event),
    });
    const operation = {
      auditor,
      request: {} as Request,
      eventId: 'workspace-mutate',
      meta: { actionType: 'create', workspaceId: 'alpha' },
    } as const;
    return { auditor, event, operation };
  };

  it('should leave an event of a success', async () => {
    const { auditor, event, operation } = start();
    expect(await audited(operation, async () => 'done')).toBe('done');
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'workspace-mutate',
      severityLevel: 'medium',
      request: operation.request,
      meta: operation.meta,
    });
    expect(event.success).toHaveBeenCalledTimes(1);
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('should leave an event of a failure, and pass it on', async () => {
    const { event, operation } = start();
    const error = new Error('refused');
    await expect(audited(operation, () => Promise.reject(error))).rejects.toBe(
      error,
    );
    expect(event.fail).toHaveBeenCalledWith({ error });
    expect(event.success).not.toHaveBeenCalled();
  });

  it('should rate reads low', async () => {
    const { auditor, operation } = start();
    const read = { ...operation, eventId: 'workspace-fetch' } as const;
    await audited(read, async () => undefined);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ severityLevel: 'low' }),
    );
  });
});
