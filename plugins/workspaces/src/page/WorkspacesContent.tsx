import { Content } from '@backstage/core-components';
import { Route, Routes } from 'react-router-dom';
import { TextFrame } from '../components';
import { WorkspaceContent } from '../detail';
import { HealthContent } from '../health';
import { WorkspaceListContent } from '../list';

/** Everything below the path of the plugin, without the frame of a page. */
export function WorkspacesContent() {
  return (
    <Content>
      <TextFrame>
        <Routes>
          <Route path="/" element={<WorkspaceListContent />} />
          <Route path="/health" element={<HealthContent />} />
          <Route path="/:id/*" element={<WorkspaceContent />} />
        </Routes>
      </TextFrame>
    </Content>
  );
}
