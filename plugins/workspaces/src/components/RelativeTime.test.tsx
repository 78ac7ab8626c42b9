import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { mockWorkspacesApi } from '../__testUtils__/mockWorkspacesApi';
import { renderWithApis } from '../__testUtils__/renderWithApis';
import { RelativeTime } from './RelativeTime';

const START = Date.parse('2026-03-01T12:00:00Z');
const after = (milliseconds: number) =>
  new Date(START + milliseconds).toISOString();

function LastSignIn() {
  const [at, setAt] = useState(after(-60_000));
  return (
    <>
      <RelativeTime at={at} />
      <button onClick={() => setAt(after(9_000))}>Sign in</button>
    </>
  );
}

describe('RelativeTime', () => {
  const clock = jest.spyOn(Date, 'now');

  afterAll(() => clock.mockRestore());

  it('should not put what just happened into the future', async () => {
    clock.mockReturnValue(START);
    renderWithApis(<LastSignIn />, { api: mockWorkspacesApi() });
    expect(await screen.findByText(/^1 min.* ago$/)).toBeInTheDocument();
    // Before the clock is looked at by itself.
    clock.mockReturnValue(START + 10_000);
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByText(/^1 sec.* ago$/)).toBeInTheDocument();
  });
});
