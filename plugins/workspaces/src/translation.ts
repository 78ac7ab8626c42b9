import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { activityMessages } from './messages/activity';
import { commonMessages } from './messages/common';
import { detailMessages } from './messages/detail';
import { entityMessages } from './messages/entity';
import { fieldMessages } from './messages/fields';
import { healthMessages } from './messages/health';
import { iamMessages } from './messages/iam';
import { listMessages } from './messages/list';
import { memberMessages } from './messages/members';
import { planMessages } from './messages/plan';
import { settingsMessages } from './messages/settings';

/** Every text of the plugin, for translation. @public */
export const workspacesTranslationRef = createTranslationRef({
  id: 'plugin.workspaces',
  messages: {
    common: commonMessages,
    list: listMessages,
    detail: detailMessages,
    members: memberMessages,
    iam: iamMessages,
    plan: planMessages,
    settings: settingsMessages,
    activity: activityMessages,
    health: healthMessages,
    entity: entityMessages,
    fields: fieldMessages,
  },
});
