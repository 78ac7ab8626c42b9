import { useApi } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import GetAppIcon from '@material-ui/icons/GetApp';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { workspacesApiRef } from '../api';
import { FailureNotice } from '../components';
import { useMessages } from '../hooks/useMessages';
import { readAllActivity, saveJson } from './downloadActivity';

/** Downloads the whole activity of a workspace. */
export function DownloadButton(props: { readonly workspaceId: string }) {
  const { workspaceId } = props;
  const api = useApi(workspacesApiRef);
  const t = useMessages();
  const [{ loading, error }, download] = useAsyncFn(
    async () =>
      saveJson(
        `${workspaceId}-activity.json`,
        await readAllActivity(api, workspaceId),
      ),
    [api, workspaceId],
  );
  return (
    <div>
      <Button
        size="small"
        variant="outlined"
        startIcon={<GetAppIcon />}
        disabled={loading}
        onClick={() => void download()}
      >
        {loading ? t('activity.downloading') : t('activity.download')}
      </Button>
      {error && (
        <FailureNotice title={t('activity.errorTitle')} error={error} />
      )}
    </div>
  );
}
