import type { Messages } from '../hooks/useMessages';
import { activityMessages } from '../messages/activity';

type KnownAction = keyof typeof activityMessages.action;

function isKnown(action: string): action is KnownAction {
  return Object.hasOwn(activityMessages.action, action);
}

/** What was done, for people; what is not known yet is shown by its code. */
export function actionName(action: string, t: Messages): string {
  return isKnown(action) ? t(`activity.action.${action}`) : action;
}
